"""Preflight of any file, a stranger's above all, and how it is reported.

``inspection`` reads each file in a process of its own with bounded memory and time (``isolation``
starts it, ``worker`` runs in it, ``wire`` is what goes between them) and gives a ``report``;
``page`` (HTML), ``markdown`` and ``data`` (JSON) write it down. Nothing is imported here, so that
a worker starts with no more than it needs.
"""
