"""Words that are spelt wrong: by lists of words that anybody may pass on, and a deck's own words.

``dictionary`` opens the list of a language with hunspell, ``words`` says which words of a text are
judged at all. Names, addresses, numbers and markup are not: a false alarm costs a maker's trust.
"""
