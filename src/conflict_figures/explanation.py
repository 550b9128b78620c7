"""Why a figure stands in the dataset: its words, who said it citing whom, when, and what it is tied to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from conflict_figures import dataset, withdrawal
from conflict_figures.errors import UsageError

if TYPE_CHECKING:
    from rich.text import Text

    from conflict_figures.withdrawal import Withdrawal

# Links read from either end: what the row is to the other one.
FORWARD = {
    "includes": "includes",
    "sums_to": "is summed into",
    "repeats": "repeats",
    "same_utterance_as": "is the same utterance as",
    "republishes": "republishes",
    "supersedes": "supersedes",
    "contradicts": "contradicts",
    "denies": "denies",
    "corroborates": "corroborates",
}
BACKWARD = {
    "includes": "is part of",
    "sums_to": "is the sum with",
    "repeats": "is repeated by",
    "same_utterance_as": "is the same utterance as",
    "republishes": "is republished by",
    "supersedes": "is superseded by",
    "contradicts": "contradicts",
    "denies": "is denied by",
    "corroborates": "is corroborated by",
}


@dataclass(frozen=True, repr=False)
class Explanation:
    """Everything behind one figure, as plain records; printed, a page to read.

    Attributes
    ----------
    figure, claim, source
        The rows themselves, column to value.
    chain
        The hops of the attribution in order, each with the actor's ``name`` beside the columns of
        ``attributions``.
    dates
        The dates of the figure, the claim and the source.
    links
        The figure's and its claim's relations, each with ``reads`` ("is part of") and ``other``, the id at
        the far end, ``words``, the words there, and ``publisher``, who published them, where it is another source.
    findings
        The findings that name the figure.

    ``str()`` gives text in which ``[ ]`` marks the figure's words; rich prints the same in colour.
    """

    figure: dict
    claim: dict
    source: dict
    chain: list[dict]
    dates: list[dict]
    links: list[dict]
    findings: list[dict]

    def __str__(self) -> str:
        return self.__rich__().plain

    def __repr__(self) -> str:
        return str(self)

    def __rich__(self) -> Text:
        from conflict_figures.explanation_text import render

        return render(self)


def why(figure_id: str) -> Explanation | Withdrawal:
    """The words behind a figure: the sentence, the chain of attribution hop by hop, the dates, the links.

    Use it to check a row before you quote it. For whole tables, use `load`.

    Parameters
    ----------
    figure_id
        The key of a row of ``figures``.

    Returns
    -------
    Explanation or Withdrawal
        What is behind the figure; for one that the dataset has no more, why that is and what it said.

    Raises
    ------
    InputError
        When no figure has that id; the message says which come near.

    >>> import conflict_figures as cf
    >>> figure_id = cf.load("figures")["figure_id"].iloc[0]
    >>> reason = cf.why(figure_id)
    >>> f"[{reason.figure['text']}]" in str(reason)
    True
    """
    figure = _one("figures", "figure_id", str(figure_id))
    if figure is None:
        gone = withdrawal.find(str(figure_id), "figures")
        if gone is not None:
            return gone
        raise UsageError(f"there is no figure {figure_id!r}", remedy=_nearest(figure_id))
    claim = _one("claims", "claim_id", figure["claim_id"])
    source = _one("sources", "source_id", claim["source_id"])
    return Explanation(
        figure=figure,
        claim=claim,
        source=source,
        chain=_chain(claim["claim_id"]),
        dates=_dates(figure, claim),
        links=_links(figure, claim),
        findings=_findings(figure["figure_id"]),
    )


def _where(table: str, column: str, *values) -> list[dict]:
    import pyarrow
    import pyarrow.compute as compute

    rows = dataset.read(table)
    wanted = pyarrow.array([value for value in values if value is not None], pyarrow.string())
    return rows.filter(compute.is_in(rows[column].cast(pyarrow.string()), value_set=wanted)).to_pylist()


def _one(table: str, key: str, value: str) -> dict | None:
    return next(iter(_where(table, key, value)), None)


def _chain(claim_id: str) -> list[dict]:
    hops = sorted(_where("attributions", "claim_id", claim_id), key=lambda hop: hop["hop"])
    names = {actor["actor_id"]: actor["name"] for actor in _where("actors", "actor_id", *(hop["actor_id"] for hop in hops))}
    return [{**hop, "name": names.get(hop["actor_id"], hop["actor_id"])} for hop in hops]


def _dates(figure: dict, claim: dict) -> list[dict]:
    """The figure's own date first, then the claim's, then the source's publication."""
    of_source = _where("dates", "source_id", claim["source_id"])
    own = [row for row in of_source if row["date_id"] == figure["date_id"]]
    beside = [row for row in of_source if row["claim_id"] == claim["claim_id"] and row not in own]
    published = [row for row in of_source if row["role"] == "published" and row not in own + beside]
    return own + beside + published


def _links(figure: dict, claim: dict) -> list[dict]:
    here = (figure["figure_id"], claim["claim_id"])
    found = []
    for row in _where("links", "subject_id", *here):
        found.append({**row, "reads": FORWARD[row["predicate"]], "other": row["object_id"]})
    for row in _where("links", "object_id", *here):
        if row["subject_id"] not in here:
            found.append({**row, "reads": BACKWARD[row["predicate"]], "other": row["subject_id"]})
    ids = [link["other"] for link in found]
    figures = _where("figures", "figure_id", *ids)
    words = {row["figure_id"]: row["text"] or row["as_coded"] for row in figures}
    claims = _where("claims", "claim_id", *ids, *(row["claim_id"] for row in figures))
    words |= {row["claim_id"]: row["quote"] for row in claims}
    source = {row["claim_id"]: row["source_id"] for row in claims}
    source |= {row["figure_id"]: source[row["claim_id"]] for row in figures}
    publishers = {row["source_id"]: row["publisher"] for row in _where("sources", "source_id", *source.values())}
    publishers[claim["source_id"]] = None
    return [
        {**link, "words": words.get(link["other"]), "publisher": publishers.get(source.get(link["other"]))} for link in found
    ]


def _findings(figure_id: str) -> list[dict]:
    rows = dataset.read("findings").to_pylist()
    return [row for row in rows if figure_id in row["figure_ids"].split("; ")]


def _nearest(figure_id: str) -> str:
    import difflib

    known = dataset.read("figures", ["figure_id", "claim_id"]).to_pylist()
    of_claim = [row["figure_id"] for row in known if row["claim_id"] == figure_id]
    if of_claim:
        return f"That is a claim; its figures are {', '.join(of_claim)}."
    close = difflib.get_close_matches(str(figure_id), [row["figure_id"] for row in known], n=3)
    if close:
        return f"Did you mean {' or '.join(close)}?"
    return "cf.load('figures') lists them all, in the column figure_id."
