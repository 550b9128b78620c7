"""Hand-made rows of the flat view, and a way to make any."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import strategies as st

from conflict_figures.schema import pandas as dtypes_of
from conflict_figures.views.count import Count

DTYPES = dtypes_of("figures_flat")
# One count of one utterance, as a single page has it; every test changes what it is about.
PLAIN = {
    "source_id": "page", "qualifier": "exact", "measure": "killed", "unit": "person", "subject": "soldiers", "increment": False,
    "affected_status": "military", "count_mode": "cumulative", "stance": "asserted", "certainty": "stated", "utterance_id": "nis",
    "item_id": "nis-killed", "claim_id": "page.c1", "language": "en", "coded_by": "hand", "review": "verified",
}  # fmt: skip


def number(words: str) -> dict:
    """Value, bounds and qualifier of "about 600", "at_least 600", "range 10 12", "vague 100" or plain "600"."""
    hedge, *figures = words.split() if not words[0].isdigit() else ("exact", words)
    first, last = float(figures[0]), float(figures[-1])
    filled = {
        "exact": (first, first, first), "about": (first, None, None), "at_least": (first, first, None),
        "more_than": (first, first, None), "at_most": (first, None, first), "less_than": (first, None, first),
        "nearly": (first, None, first), "range": (None, first, last), "vague": (None, first, None),
    }[hedge]  # fmt: skip
    return dict(zip(("value", "low", "high"), filled, strict=True)) | {"qualifier": hedge}


def flat_of(*rows: str | dict) -> pd.DataFrame:
    """A typed flat view; each row is a number in words, or a dict with the number under ``says`` and what else differs."""
    made = []
    for place, row in enumerate(rows):
        row = {"says": row} if isinstance(row, str) else dict(row)
        ids = {"figure_id": f"page-{place}.f1", "source_id": f"page-{place}"}
        made.append(PLAIN | ids | number(row.pop("says", "600")) | row)
    return pd.DataFrame({name: pd.Series([row.get(name) for row in made], dtype=DTYPES[name]) for name in DTYPES})


@pytest.fixture
def flat():
    """The function that makes a flat view."""
    return flat_of


_HEDGES = ("exact", "about", "at_least", "more_than", "at_most", "less_than", "nearly")
_count = st.integers(0, 30)
_words = st.one_of(
    st.builds("{} {}".format, st.sampled_from(_HEDGES), _count),
    st.builds(lambda low, more: f"range {low} {low + more}", _count, st.integers(1, 9)),
    st.builds("vague {}".format, st.sampled_from([3, 10, 12, 100])),
)
_when = st.sampled_from([None, date(2025, 1, 13), date(2025, 4, 30)])
# The counts of one group, as a rule is given them: sorted by id.
GROUPS = st.lists(st.tuples(_words, _when, _when), min_size=1, max_size=7).map(
    lambda told: [Count(f"f{place}", **number(words), told=day, spoken=said) for place, (words, day, said) in enumerate(told)]
)
_day = st.sampled_from([None, "2025-01-13", "2025-02", "2025-04-30", "../2025-08-22"])
_rows = st.fixed_dictionaries(
    {
        "says": _words, "published": _day, "stated": _day, "stance": st.sampled_from(["asserted", "confirmed", "denied"]),
        "certainty": st.sampled_from(["stated", "possible"]), "item_id": st.sampled_from(["a", "b", None]),
        "measure": st.sampled_from(["killed", "wounded"]), "repeats": st.sampled_from([None, None, "page-0.f1"]),
    }
)  # fmt: skip
FLATS = st.lists(_rows, max_size=9).map(lambda rows: flat_of(*rows))
