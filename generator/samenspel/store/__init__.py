"""One content-addressed store for all that takes long to make: safe to delete at any moment.

An entry is filed under the digest of all that it depends on, sealed (``sealing``), and never run.
What an output looks like never depends on whether an entry was there.
"""

from samenspel.store.sealing import BrokenSealError
from samenspel.store.shelves import Contents, Store
from samenspel.store.trees import FOLDERS, Known, contents, digest_of, program, tree

__all__ = [
    "FOLDERS",
    "BrokenSealError",
    "Contents",
    "Known",
    "Store",
    "contents",
    "digest_of",
    "program",
    "tree",
]
