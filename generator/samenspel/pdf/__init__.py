"""One reader of PDF files, below everything that looks into them.

``lexer`` takes content streams apart, ``values`` reads dictionaries, ``geometry`` has boxes and
matrices; ``colours`` and ``spaces`` know what a colour prints on the plates, ``fonts`` how wide
codes are and which have no glyph, ``layers`` what is switched off; ``state`` is the graphics state
and ``content`` the operators that change it. ``limits`` holds the bounds that a stranger's file is
kept to, for every reader the same. ``preflight`` makes marks of what is painted, ``separations``
plates; neither has a reader of its own.
"""
