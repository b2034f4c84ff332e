"""The pronouns that tell whom they may stand for."""

HE = frozenset(("he", "him", "his", "himself"))
SHE = frozenset(("she", "her", "hers", "herself"))
FIRST_PERSON = frozenset(
    ("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves")
)
SECOND_PERSON = frozenset(("you", "your", "yours", "yourself", "yourselves"))
RELATIVE = frozenset(("who", "which", "whose", "whom", "that"))
