"""Relations that a rule finds between rows of the whole dataset; each rule is a module of its own.

* :mod:`~conflict_figures.relations.same_utterance`: claims that render one act of speech;
* :mod:`~conflict_figures.relations.contradictions`: renderings of one count that cannot both hold;
* :mod:`~conflict_figures.relations.supersession`: a running total and the next one by the same voice;
* :mod:`~conflict_figures.relations.republication`: a claim that another outlet's page carried first;
* :mod:`~conflict_figures.relations.corroboration`: the same count by a voice of another country;
* :mod:`~conflict_figures.relations.parts`: killed and wounded that add up, and parts known from elsewhere.

A rule reads :class:`~conflict_figures.relations.told.Told` records and yields links with the basis
``derived`` and its own name. What a text or a coder says is never replaced: a pair that is linked already
by the same predicate, in either direction, is not linked again.
"""

from conflict_figures.relations import (
    contradictions,
    corroboration,
    parts,
    republication,
    same_utterance,
    supersession,
)
from conflict_figures.relations.told import told

Records = dict[str, list[dict]]

#: In the order in which they are applied; a later rule sees no link of an earlier one.
RULES = (same_utterance, contradictions, supersession, republication, corroboration, parts)


def derive(records: Records) -> list[dict]:
    """Return the links that the rules find in ``records``, beside those that stand there.

    Args:
        records: the rows of every table but the flat view, as plain dicts with the columns of their schemas.

    Returns:
        New rows of ``links``, sorted by their key.
    """
    rows = told(records)
    seen = {_pair(link) for link in records["links"]}
    found = []
    for rule in RULES:
        for link in rule.find(rows, records):
            if link["subject_id"] != link["object_id"] and _pair(link) not in seen:
                seen.add(_pair(link))
                found.append(link)
    return sorted(found, key=lambda link: (link["subject_id"], link["predicate"], link["object_id"]))


def _pair(link: dict) -> tuple:
    return link["predicate"], frozenset((link["subject_id"], link["object_id"]))
