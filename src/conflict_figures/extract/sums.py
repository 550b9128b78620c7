"""Sums that the text does not state as such: 38 and seven make 45; checked within the rounding of the words.

Only counts of one thing and one measure are added, and only those that stand together: a run that follows the total,
or one that leads up to it; or what is said to be its parts, whatever became of them.
"""

from functools import lru_cache

from .figure import Figure

_LONGEST = 6  # parts of a sum
_SMALL = 10  # a smaller total meets the sum of two others by chance, unless a word says that it is one
_REACH = 4  # sentences between a part and its total
_SUMMING = frozenset("total altogether overall combined bringing brings brought together".split())


def join(words: list[str], figures: list[Figure]) -> None:
    """Set ``sums_to`` of the figures that add up to another, in text order; ``words`` are those of the text."""
    alike: dict[tuple[str, str], list[Figure]] = {}
    parts_of: dict[int, list[Figure]] = {}
    bare: dict[int, list[Figure]] = {}  # figures without a noun of their own, by sentence
    for figure in figures:
        if not figure.number.value or figure.repeats is not None:
            continue
        alike.setdefault((figure.measure, figure.unit), []).append(figure)
        if figure.part_of is not None:
            parts_of.setdefault(id(figure.part_of), []).append(figure)
        elif figure.elided:
            bare.setdefault(figure.sentence, []).append(figure)
    for group in alike.values():
        for place, total in enumerate(group):
            stated = _account(parts_of.get(id(total), []), bare)
            if len(group) < 3 and len(stated) < 2:
                continue  # a total and two parts at least
            said = _says_so(words, total)
            before, after = group[max(0, place - _LONGEST) : place][::-1], group[place + 1 : place + 1 + _LONGEST]
            for run in (stated, *_openings(after), *_openings(before)):
                parts = _adding_up(run, total, said)
                for part in parts:
                    part.sums_to = part.sums_to or total
                    if run is stated and part.part_of is None and total.part_of is not part:
                        part.part_of = total  # "four of the 11 were killed, two wounded and five captured"
                if parts:
                    break


def _account(parts: list[Figure], bare: dict[int, list[Figure]]) -> list[Figure]:
    """What a sentence says became of a whole: its stated parts, and the bare numbers that go on with them."""
    if not parts:
        return []
    last, total = parts[0].number.last, parts[0].part_of
    more = [f for f in bare.get(parts[0].sentence, ()) if f.number.first > last and f is not total]
    return [*parts, *more][:_LONGEST]


def _openings(run: list[Figure]) -> list[list[Figure]]:
    """A run from its first figure on, from its second and so on: what stands nearest may be told by another count."""
    return [run[k:] for k in range(min(3, len(run) - 1))]  # one figure alone is no sum


def _adding_up(run: list[Figure], total: Figure, said: bool) -> list[Figure]:
    """The shortest opening of a run, of two or more figures, whose sum is the total; [] if none."""
    parts: list[Figure] = []
    summed, slack = 0.0, _rounding(total.number.value)
    for figure in run:
        if abs(figure.sentence - total.sentence) > _REACH or total.part_of is figure:
            break
        parts.append(figure)
        summed += figure.number.value
        slack += _rounding(figure.number.value)
        exact = summed == total.number.value
        if len(parts) > 1 and (exact or said and abs(summed - total.number.value) <= slack):
            return parts if said or _is_no_chance(parts, total) else []
        if summed > total.number.value + slack:
            break
    return []


def _is_no_chance(parts: list[Figure], total: Figure) -> bool:
    """Return whether a sum that no word tells of is one: of stated parts, or large and in one breath."""
    if parts[0].part_of is total and all(part.part_of is total or part.elided for part in parts):
        return True
    near = all(abs(part.sentence - total.sentence) <= 1 for part in parts)
    return total.number.value >= _SMALL and (near or len(parts) > 2)


@lru_cache(1_024)  # each figure is tried as a part of several sums
def _rounding(value: float) -> float:
    """Half a unit of the last digit that the words give: 500 of "12,000", nothing of "12,431"."""
    unit = 1
    while value and value % (unit * 10) == 0:
        unit *= 10
    return unit / 2 if unit >= 100 else 0


def _says_so(words: list[str], total: Figure) -> bool:
    """Return whether a word of summing stands near the total: "bringing the number of dead to three"."""
    number = total.number
    near = words[max(0, number.first - 8) : number.last + 4]
    return not _SUMMING.isdisjoint(near)
