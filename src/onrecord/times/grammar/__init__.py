"""The grammar of expressions of time: words to forms, one kind of expression a module.

Every rule is a function of the tokens and an index that returns the longest `Parse` which starts
at that token, or None.
"""
