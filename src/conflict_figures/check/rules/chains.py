"""Attributions: a chain begins at the publisher and has no gap."""

import pyarrow
import pyarrow.compute as pc

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
    heads = hops.filter(pc.equal(hops["hop"], 0))["claim_id"].combine_chunks()
    return pc.invert(pc.is_in(tables["claims"]["claim_id"], value_set=heads))


@rule(
    "chain_unbroken", "attributions", "hop", "the chain of '{claim_id}' has a hop {hop} and none before it",
    "Number the hops 0, 1, 2 without a gap", across=True,
)  # fmt: skip
def broken_chain(tables):
    rows = tables["attributions"]
    claims, hops = rows["claim_id"].to_pylist(), rows["hop"].to_pylist()
    known = set(zip(claims, hops, strict=True))
    return pyarrow.array(
        [bool(hop) and hop > 0 and (claim, hop - 1) not in known for claim, hop in zip(claims, hops, strict=True)],
        pyarrow.bool_(),
    )
