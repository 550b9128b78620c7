"""Sums that are no money of the conflict: prices of one thing, a market's figures, what a man is paid."""

from . import lexicon
from .figure import Clause
from .numbers import Number

_FOR_EACH = {(first, second) for first in ("to", "for", "of") for second in ("each", "every")}
_EARNINGS = frozenset("profit profits turnover dividend dividends".split())
_PAID = {(verb, "paid") for verb in ("is", "are", "was", "were")}
_PAY = frozenset("salary salaries wage wages bonus bonuses pension pensions stipend stipends rent".split())
_A_LOT = 1e5  # of any currency; no single thing that is traded in a war and told of as goods costs as much


def is_price(clause: Clause, number: Number) -> bool:
    """Return whether a sum is a price or a market's: no money of the conflict."""
    words = clause.tokens.word[clause.first : clause.last]
    near = clause.tokens.word[max(clause.first, number.first - 4) : number.first]
    if words[0] in ("shares", "stock"):
        return True  # "Shares in the arms maker rose to 1,204 euros"
    far = clause.tokens.word[max(clause.first, number.first - 9) : number.first]
    if not _EARNINGS.isdisjoint(far):
        return True  # "core profit had fallen 38% to 214 million euros"
    whole = near[-3:] == ["a", "cost", "of"] and clause.tokens.word[max(0, number.first - 5)] != "each"
    if whole or (number.value or 0) >= 1e8 and "cost" in near:
        return False  # "at a cost of $36 million", "cost the Treasury £2.8 billion"
    if "each" in near or "every" in near or "price" in far or "prices" in far or " cost of " in " ".join(far):
        return True
    if (number.value or number.low or 0) < _A_LOT and any(tuple(near[k : k + 2]) in _PAID for k in range(3)):
        return True  # what one is paid
    if (number.value or number.low or 0) < _A_LOT and not _PAY.isdisjoint(far):
        return True  # "his salary, he said, is $300", "bonuses in the region have reached the equivalent of £9,300"
    if any(word in ("cost", "costs", "risen") for word in far) and near[-1:] in (["against"], ["from"], ["to"]):
        return lexicon.word_class("costly").isdisjoint(clause.tokens.word[clause.first : number.first])
    if ("worth" in near or "valued" in near) and (number.value or number.low or 0) >= _A_LOT:
        near = []  # "arms worth $3 billion": of the whole, no price of one
    if not lexicon.word_class("price").isdisjoint(near) and not any(
        word in lexicon.word_class("costly")
        for word in clause.tokens.word[max(clause.first, number.first - 8) : number.first]
    ):
        return True
    end = number.last if number.currency else number.last + 1
    if (
        clause.at(end) in ("each", "apiece", "per")
        or clause.at(end) in ("a", "an")
        and (clause.at(end + 1) not in ("day", "week", "month", "quarter", "year", "hour"))
    ):
        return True
    behind = clause.tokens.word[end : min(clause.last, end + 7)]
    if any(pair in _FOR_EACH for pair in zip(behind, behind[1:])):
        return True  # "Rs 5 lakh for the family of each victim"
    market, conflict = lexicon.domain("market"), lexicon.conflict_words()
    return any(word in market for word in words) and not any(word in conflict for word in words)
