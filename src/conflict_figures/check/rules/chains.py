"""Attributions: a chain begins at the publisher and has no gap."""

import pyarrow.compute as pc

from conflict_figures.check.joins import contains, pairs
from conflict_figures.check.rules import rule


@rule(
    "publisher_is_hop_zero", "attributions", "role",
    "hop {hop} has the role {role}",
    "Give hop 0 the role publisher, and no other hop",
)  # fmt: skip
def publisher_elsewhere(tables):
    row = tables["attributions"]
    return pc.xor(pc.equal(row["hop"], 0), pc.equal(row["role"], "publisher"))


@rule(
    "chain_begins_at_publisher", "claims", None, "the claim has no hop 0 in attributions",
    "Add the row of its publisher; an unknown one is `unattributed`", needs=("attributions",),
)  # fmt: skip
def headless_chain(tables):
    hops = tables["attributions"]
    heads = hops["claim_id"].filter(pc.equal(hops["hop"], 0))
    return pc.invert(contains(heads, tables["claims"]["claim_id"]))


@rule(
    "chain_unbroken", "attributions", "hop", "the chain of '{claim_id}' has a hop {hop} and none before it",
    "Number the hops 0, 1, 2 without a gap", across=True,
)  # fmt: skip
def broken_chain(tables):
    row, known = tables["attributions"], tables.known("attributions", ["claim_id", "hop"])
    before, hops = pairs((row["claim_id"], pc.subtract(row["hop"], 1)), (known["claim_id"], known["hop"]))
    return pc.and_(pc.greater(row["hop"], 0), pc.invert(contains(hops, before)))
