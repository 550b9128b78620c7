"""Apply review decisions to extracted rows; what was published before is never edited."""

from collections.abc import Iterable

from conflict_figures.errors import InputError
from conflict_figures.seeds.decisions import ANCHORS, Decision

Records = dict[str, list[dict]]

#: Which reviews may stand, from weak to strong; a corrected row stays corrected when also accepted.
_STRENGTH = {"unchecked": 0, "verified": 1, "corrected": 2}


def apply(records: Records, decisions: Iterable[Decision]) -> Records:
    """Return ``records`` as reviewed; the argument stays as it was.

    ``accept`` marks the row ``verified``; ``correct`` sets the field and marks it ``corrected``; ``join`` sets
    the field and leaves the mark, for nobody has compared the rest of the row with its text; ``reject`` leaves the row out with what hangs on it (see :func:`prune`).

    Raises:
        InputError: a decision names no extracted row, or two decisions contradict each other.
    """
    reviewed = {table: [dict(row) for row in rows] for table, rows in records.items()}
    sources = _sources_of_claims(reviewed)
    rejected: dict[str, list[dict]] = {}
    made: dict[tuple, Decision] = {}
    for decision in decisions:
        rows = _rows(reviewed, decision, sources)
        if not rows:
            raise decision.fault(
                f"no row of {decision.table} stands at {decision.start}:{decision.end} ('{decision.text}')",
                "Delete the line if the extractor no longer makes the row, or copy the anchor again",
            )
        _refuse_contradiction(decision, made)
        for row in rows:
            if decision.decision == "reject":
                rejected.setdefault(decision.table, []).append(row)
                continue
            if decision.field is not None:
                row[decision.field] = decision.value
            if "review" in row and decision.decision != "join":
                status = "corrected" if decision.decision == "correct" else "verified"
                row["review"] = max(row["review"], status, key=lambda word: _STRENGTH.get(word, 0))
    return prune(reviewed, rejected) if rejected else reviewed


def contradictions(decisions: Iterable[Decision]) -> list[InputError]:
    """Return what :func:`apply` would say of decisions that could not stand beside an earlier one."""
    found: list[InputError] = []
    made: dict[tuple, Decision] = {}
    for decision in decisions:
        try:
            _refuse_contradiction(decision, made)
        except InputError as error:
            found.append(error)
    return found


def prune(records: Records, rejected: dict[str, list[dict]]) -> Records:
    """Leave out ``rejected`` rows and what hangs on them.

    A claim takes its figures, its attributions and its dates with it; a figure or claim its links; a
    date leaves the figures that it dated without one; a claim that has lost its last figure and says
    nothing else goes too.
    """
    gone = {table: {id(row) for row in rows} for table, rows in rejected.items()}
    kept = {
        table: [row for row in rows if id(row) not in gone.get(table, ())] for table, rows in records.items()
    }
    lost = {row["claim_id"] for row in rejected.get("figures", ())}
    lost |= {row["claim_id"] for row in rejected.get("attributions", ())}
    full = {row["claim_id"] for row in kept["figures"]}
    full |= {row["claim_id"] for row in kept["attributions"] if row["hop"] > 0}
    claims = {
        row["claim_id"]
        for row in kept["claims"]
        if row["claim_id"] not in lost
        or row["claim_id"] in full
        or row["stance"] != "asserted"
        or row["certainty"] != "stated"
    }
    kept["claims"] = [row for row in kept["claims"] if row["claim_id"] in claims]
    for table in ("figures", "attributions"):
        kept[table] = [row for row in kept[table] if row["claim_id"] in claims]
    kept["dates"] = [row for row in kept["dates"] if row["claim_id"] is None or row["claim_id"] in claims]
    dates = {row["date_id"] for row in kept["dates"]}
    kept["figures"] = [
        row if row["date_id"] is None or row["date_id"] in dates else row | {"date_id": None} for row in kept["figures"]
    ]
    ends = claims | {row["figure_id"] for row in kept["figures"]}
    kept["links"] = [row for row in kept["links"] if row["subject_id"] in ends and row["object_id"] in ends]
    return kept


def _rows(records: Records, decision: Decision, sources: dict[str, str]) -> list[dict]:
    start, end, _ = ANCHORS[decision.table]
    return [
        row
        for row in records[decision.table]
        if row[start] == decision.start
        and row[end] == decision.end
        and (row["source_id"] if "source_id" in row else sources[row["claim_id"]]) == decision.source_id
    ]


def _sources_of_claims(records: Records) -> dict[str, str]:
    return {row["claim_id"]: row["source_id"] for row in records["claims"]}


def _refuse_contradiction(decision: Decision, made: dict[tuple, Decision]) -> None:
    """Refuse a second decision that could not stand beside the first."""
    anchor = (decision.source_id, decision.table, decision.start, decision.end)
    same_field = made.get((*anchor, decision.field))
    if same_field is not None:
        raise decision.fault(
            f"line {same_field.line} has decided this already", "Keep one of the two lines"
        )
    other = made.get((*anchor, "any"))
    if other is not None and "reject" in (other.decision, decision.decision):
        raise decision.fault(
            f"the row is rejected and kept at once (line {other.line} decides `{other.decision}`)",
            "Keep one of the two lines",
        )
    made[(*anchor, decision.field)] = made[(*anchor, "any")] = decision
