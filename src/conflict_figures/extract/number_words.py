"""The words that numbers are made of."""

ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {w: 10 * (i + 2) for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
SMALL = ONES | TENS | {ten + one: TENS[ten] + ONES[one] for ten in TENS for one in ONES if 0 < ONES[one] < 10}  # "thirtythree"
MAGNITUDES = {"hundred": 100, "thousand": 10**3, "lakh": 10**5, "lac": 10**5, "million": 10**6, "crore": 10**7,
              "billion": 10**9, "trillion": 10**12}  # fmt: skip
SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
COLLECTIVES = {"dozen": 12, "score": 20}
# Floors of the rule vague_floor_1 (codebook): the least count that a speaker of the word can mean.
FLOORS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "lakhs": 10**5, "lacs": 10**5,
          "millions": 10**6, "crores": 10**7, "billions": 10**9}  # fmt: skip
FRACTIONS = {"half": 0.5, "quarter": 0.25, "quarters": 0.25}
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
FEW = {"few": 3, "several": 3, "handful": 3, "couple": 2}
# How many words a zero is made of, by those words.
ZEROES = {("no", "one"): 2, ("not", "one"): 2, ("no",): 1, ("none",): 1, ("nobody",): 1, ("nil",): 1,
          ("no-one",): 1, ("not", "a", "single"): 3}  # fmt: skip

# Words that can open a number; every other word is passed over at the cost of one look-up.
OPENERS = frozenset(SMALL) | frozenset(FLOORS) | {"a", "an", "half", "quarter", "several"}
ZERO_OPENERS = frozenset(words[0] for words in ZEROES)
