"""Tallies as ratios, for people and for programs."""

from typing import Any

from . import fields
from .tally import LINKS, SPANS, Tally


def ratios(right: float, found: int, wanted: int) -> dict[str, float]:
    """Return precision, recall and F1; nothing found where nothing is wanted is perfect.

    >>> ratios(3, 4, 6)
    {'p': 0.75, 'r': 0.5, 'f1': 0.6}
    """
    empty = float(not found and not wanted)
    p = right / found if found else empty
    r = right / wanted if wanted else empty
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0}


def as_dict(tally: Tally) -> dict[str, Any]:
    """Return every score of a tally; a share without anything to share is None."""
    scores: dict[str, Any] = {
        "texts": tally.texts,
        "figures": tally.wanted["detection"],
        "found": tally.found["detection"],
        "debatable": tally.debatable,
    }
    for name in (*SPANS, *LINKS, "claims"):
        scores[name] = ratios(tally.right[name], tally.found[name], tally.wanted[name]) | {
            "wanted": tally.wanted[name],
            "found": tally.found[name],
        }
    for name in ("stance", "certainty"):
        scores["claims"][name] = _share(tally.claim_fields[name], tally.right["claims"])
    scores["fields"] = {
        name: {
            "share": _share(tally.agreed[name], tally.scored[name]),
            "of": tally.scored[name],
            "named_share": _share(tally.agreed_of_named[name], tally.scored_of_named[name]),
            "named_of": tally.scored_of_named[name],
        }
        for name in fields.FIELDS
    }
    scores["texts_without_figures"] = {"texts": tally.empty_texts, "false_figures": tally.false_in_empty}
    scores["false_on"] = dict(tally.false_on.most_common())
    return scores


def _share(right: float, of: int) -> float | None:
    return right / of if of else None


def as_text(total: Tally, groups: dict[str, Tally], by: str) -> str:
    """Return the report for a terminal: the whole, the fields, and a line for each group."""
    scores = as_dict(total)
    lines = [
        f"{scores['texts']} texts with {scores['figures']} figures ({scores['debatable']} of them debatable), "
        f"{scores['found']} found",
        "",
        *(_ratio_line(name, scores[name]) for name in SPANS),
        *(f"{_ratio_line(name, scores[name])}   {_counted(scores[name], 'pairs')}" for name in LINKS),
        f"{_ratio_line('claims', scores['claims'])}   {_counted(scores['claims'], 'claims')}; of the right ones "
        f"stance {_number(scores['claims']['stance'])}, certainty {_number(scores['claims']['certainty'])}",
        "",
        _false_line(scores),
        "",
        "fields of the figures found, debatable ones left out",
        f"  {'':16} {'agree':>5} {'of':>5}   {'where the coding has a value':>28}",
    ]
    for name, one in scores["fields"].items():
        if one["of"]:
            named = f"{_number(one['named_share']):>22} {one['named_of']:>5}"
            lines.append(f"  {name:16} {_number(one['share'])} {one['of']:>5}   {named}")
    return "\n".join([*lines, "", *_group_lines(groups, by)]) + "\n"


def _ratio_line(name: str, score: dict[str, float]) -> str:
    return f"{name:18} P {score['p']:.3f}  R {score['r']:.3f}  F1 {score['f1']:.3f}"


def _counted(score: dict[str, Any], what: str) -> str:
    return f"{score['wanted']} {what}, {score['found']} found"


def _number(share: float | None) -> str:
    return "  –  " if share is None else f"{share:.3f}"


def _false_line(scores: dict[str, Any]) -> str:
    empty = scores["texts_without_figures"]
    line = f"false figures in the {empty['texts']} texts without any: {empty['false_figures']}"
    reasons = ", ".join(f"{reason} {count}" for reason, count in scores["false_on"].items())
    return f"{line}; on what only looks like a figure: {reasons or 'none'}"


_SHOWN = ("qualifier", "unit", "count_mode", "speaker", "origin", "stance", "certainty", "date")


def _group_lines(groups: dict[str, Tally], by: str) -> list[str]:
    width = max((len(name) for name in groups), default=0)
    width = max(width, len(by))
    head = f"{by:{width}} texts figures found |   P     R     F1  | measure | claims | " + " ".join(
        f"{name[:6]:>6}" for name in _SHOWN
    )
    lines = [head]
    for name in sorted(groups):
        one = as_dict(groups[name])
        d = one["detection"]
        shares = " ".join(f"{_number(one['fields'][field]['share']):>6}" for field in _SHOWN)
        lines.append(
            f"{name:{width}} {one['texts']:>5} {one['figures']:>7} {one['found']:>5} | {d['p']:.3f} {d['r']:.3f} "
            f"{d['f1']:.3f} |  {one['detection+measure']['f1']:.3f}  | {one['claims']['f1']:.3f}  | {shares}"
        )
    return lines
