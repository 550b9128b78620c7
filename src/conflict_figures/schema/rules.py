"""The row rules as named expressions over a typed pandas frame; each reads one row alone.

A schema lists the ids of its rules; the code list ``row_rule`` says in words what each asks for. A null
compares as neither true nor false, so a rule about two cells passes where one of them is empty, unless
emptiness is what it is about.
"""

from collections.abc import Callable
from functools import lru_cache

from conflict_figures.edtf import bounds
from conflict_figures.schema.read import table

# Which columns are an anchor: start, end, words.
SPANS = {
    "claims": (("start", "end", "quote"),),
    "figures": (("start", "end", "text"),),
    "figures_flat": (("start", "end", "text"),),
    "dates": (("start_char", "end_char", "text"),),
    "attributions": (("actor_start", "actor_end", "actor_text"), ("cue_start", "cue_end", "cue")),
}
# The facts of a source whose absence has to be explained.
FACTS = ("publisher", "title", "author", "url", "language", "published", "accessed", "licence")
# What a qualifier does to value, low and high: "=" filled and equal to value, "+" filled, "-" empty.
FILLED = {
    "exact": "===",
    "about": "=--",
    "at_least": "==-",
    "more_than": "==-",
    "at_most": "=-=",
    "less_than": "=-=",
    "nearly": "=-=",
    "range": "-++",
    "vague": "-+-",
}

_RULES: dict[str, Callable] = {}


def holds(rule: str, table_name: str, frame):
    """Which rows of a typed frame keep a rule, as a boolean Series without nulls.

    Raises
    ------
    KeyError
        For an id that is no rule; `conflict_figures.schema.meta` finds such ids in the schemas.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"low": [1, 5], "high": [2, 3]}, dtype="Float64")
    >>> holds("low_not_above_high", "figures", frame).tolist()
    [True, False]
    """
    return _RULES[rule](frame, table_name).fillna(False).astype(bool)


def failures(table_name: str, frame) -> dict[str, object]:
    """For each rule of the table that some row breaks, which rows those are."""
    kept = {rule: holds(rule, table_name, frame) for rule in table(table_name).rules}
    return {rule: ~mask for rule, mask in kept.items() if not mask.all()}


def names() -> tuple[str, ...]:
    """The ids of the rules that are defined here."""
    return tuple(sorted(_RULES))


def _rule(function):
    _RULES[function.__name__] = function
    return function


def _all(masks):
    result = None
    for mask in masks:
        result = mask if result is None else result & mask
    return result


def _or_null(mask):
    return mask.fillna(True).astype(bool)


@_rule
def span_complete(frame, name):
    return _all(
        (frame[start].isna() == frame[end].isna()) & (frame[start].isna() | frame[words].notna())
        for start, end, words in SPANS[name]
    )


@_rule
def span_ordered(frame, name):
    return _all(_or_null(frame[start] < frame[end]) for start, end, _ in SPANS[name])


@_rule
def span_matches_words(frame, name):
    # a span that runs backwards is span_ordered's fault and is reported once
    return _all(
        _or_null((frame[words].str.len() == frame[end] - frame[start]) | (frame[start] >= frame[end]))
        for start, end, words in SPANS[name]
    )


@_rule
def bounds_fit_qualifier(frame, name):
    kept = None
    for qualifier, marks in FILLED.items():
        mask = _or_null(frame["qualifier"] != qualifier) | _all(
            _filled(frame, column, mark) for column, mark in zip(("value", "low", "high"), marks, strict=True)
        )
        kept = mask if kept is None else kept & mask
    return kept


def _filled(frame, column, mark):
    if mark == "-":
        return frame[column].isna()
    if mark == "+":
        return frame[column].notna()
    return (frame[column] == frame["value"]).fillna(False).astype(bool)


@_rule
def low_not_above_high(frame, name):
    return _or_null(frame["low"] <= frame["high"])


@_rule
def bound_rule_for_vague(frame, name):
    return frame["qualifier"].isna() | ((frame["qualifier"] == "vague") == frame["bound_rule"].notna())


@_rule
def rate_names_its_time(frame, name):
    return frame["count_mode"].isna() | ((frame["count_mode"] == "rate") == frame["rate_per"].notna())


@_rule
def money_in_currency(frame, name):
    return (frame["measure"] != "money") | frame["unit"].isna() | frame["unit"].str.fullmatch("[A-Z]{3}").fillna(True)


@lru_cache(maxsize=4096)
def _days(edtf):
    try:
        return bounds(edtf)
    except ValueError:
        return None


@_rule
def days_fit_edtf(frame, name):
    import pandas as pd

    columns = (frame[column].astype(object).tolist() for column in ("edtf", "start", "end"))
    kept = []
    for edtf, *stated in zip(*columns, strict=True):
        days = (None, None) if pd.isna(edtf) else _days(edtf)
        kept.append(days is not None and days == tuple(None if pd.isna(day) else day for day in stated))
    return pd.Series(kept, index=frame.index, dtype=bool)


@_rule
def date_has_words_or_value(frame, name):
    return frame["edtf"].notna() | frame["text"].notna() | frame["note"].notna()


@_rule
def empty_cells_explained(frame, name):
    reasons = "; " + frame["unknown"].fillna("")
    return _all(frame[fact].notna() | reasons.str.contains(f"; {fact}: ", regex=False) for fact in FACTS)


@_rule
def inference_complete(frame, name):
    value, basis, confidence = (
        frame[column].isna()
        for column in ("published_inferred", "published_inferred_basis", "published_inferred_confidence")
    )
    return (value == basis) & (basis == confidence)


@_rule
def text_hash_with_length(frame, name):
    return frame["text_sha256"].isna() == frame["text_length"].isna()


@_rule
def context_needs_quote(frame, name):
    return frame["quote"].notna() | (frame["prefix"].isna() & frame["suffix"].isna())


@_rule
def actor_id_needs_words(frame, name):
    return _all(frame[f"{voice}_id"].isna() | frame[voice].notna() for voice in ("speaker", "origin"))


@_rule
def publisher_is_hop_zero(frame, name):
    return _or_null((frame["hop"] == 0) == (frame["role"] == "publisher")) | frame["role"].isna()


@_rule
def not_linked_to_itself(frame, name):
    return _or_null(frame["subject_id"] != frame["object_id"])


@_rule
def derived_names_its_rule(frame, name):
    return (frame["basis"] != "derived") | frame["rule"].notna()


@_rule
def parts_are_figures(frame, name):
    return ~frame["predicate"].isin(["includes", "sums_to"]) | (frame["subject_table"] == "figures")
