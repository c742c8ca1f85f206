"""A coach for questions: what keeps one from opening a conversation, said one thing at a time.

``check`` and the studio ask the same. It knows texts and languages, and nothing of decks or files.
"""
