"""Claims and their figures: a resolved voice has words, a claim says something, a figure stands inside it."""

import pyarrow
import pyarrow.compute as pc

from conflict_figures.check.rules import rule


@rule(
    "actor_id_needs_words", "claims", "speaker_id",
    "the speaker resolves to '{speaker_id}' or the origin to '{origin_id}', without words in the text",
    "Fill `speaker` and `origin` with the text's words, or empty the id",
)  # fmt: skip
def voice_without_words(tables):
    row = tables["claims"]
    return pc.or_(
        pc.and_(pc.is_valid(row["speaker_id"]), pc.is_null(row["speaker"])),
        pc.and_(pc.is_valid(row["origin_id"]), pc.is_null(row["origin"])),
    )


@rule(
    "claim_says_something", "claims", None,
    "the claim has no figure, nobody to whom it is attributed, and no stance or certainty of its own",
    "Add its figure or its attribution, or delete the claim", needs=("figures", "attributions"),
)  # fmt: skip
def bare_claim(tables):
    claims, hops = tables["claims"], tables["attributions"]
    cited = hops.filter(pc.greater(hops["hop"], 0))["claim_id"].combine_chunks()
    counted = tables["figures"]["claim_id"].combine_chunks()
    plain = pc.and_(pc.equal(claims["stance"], "asserted"), pc.equal(claims["certainty"], "stated"))
    nobody = pc.and_(pc.is_null(claims["speaker"]), pc.is_null(claims["origin"]))
    bare = pc.and_(plain, nobody)
    for others in (cited, counted):
        bare = pc.and_(bare, pc.invert(pc.is_in(claims["claim_id"], value_set=others)))
    return bare


@rule(
    "voices_in_chain", "claims", "speaker_id",
    "the speaker '{speaker_id}' or the origin '{origin_id}' is no hop of the claim's attributions",
    "Add the hop, or empty the id", needs=("attributions",),
)  # fmt: skip
def voice_outside_chain(tables):
    hops = tables["attributions"]
    chain = set(zip(hops["claim_id"].to_pylist(), hops["actor_id"].to_pylist(), strict=True))
    claims = tables["claims"].select(["claim_id", "speaker_id", "origin_id"]).to_pylist()
    return pyarrow.array(
        [
            any(row[voice] is not None and (row["claim_id"], row[voice]) not in chain for voice in ("speaker_id", "origin_id"))
            for row in claims
        ],
        pyarrow.bool_(),
    )


@rule(
    "speaker_is_its_actor", "claims", "speaker",
    "the speaker '{speaker}' is not called so by the actor '{speaker_id}' to which it resolves",
    "Write the actor's name or one of its aliases, and correct the attributions with it", needs=("actors",),
)  # fmt: skip
def speaker_is_another(tables):
    names = {
        row["actor_id"]: {row["name"], *(row["aliases"] or "").split("; ")}
        for row in tables["actors"].select(["actor_id", "name", "kind", "aliases"]).to_pylist()
        if row["kind"] != "unknown"
    }
    rows = tables["claims"].select(["speaker", "speaker_id"]).to_pylist()
    return pyarrow.array(
        [
            row["speaker"] is not None
            and row["speaker_id"] in names
            and names[row["speaker_id"]].isdisjoint({row["speaker"], *row["speaker"].split("; ")})
            for row in rows
        ],
        pyarrow.bool_(),
    )


@rule(
    "figure_inside_claim", "figures", "start",
    "the figure '{text}' at {start}:{end} is not among the words of its claim '{claim_id}'",
    "Point at the claim whose quote holds these words at this place", needs=("claims",),
)  # fmt: skip
def figure_outside_claim(tables):
    claims = {row["claim_id"]: row for row in tables["claims"].select(["claim_id", "start", "quote"]).to_pylist()}
    rows = tables["figures"].select(["claim_id", "start", "end", "text"]).to_pylist()
    return pyarrow.array([_outside(row, claims.get(row["claim_id"])) for row in rows], pyarrow.bool_())


def _outside(figure: dict, claim: dict | None) -> bool:
    if claim is None or None in (claim["start"], claim["quote"], *figure.values()):
        return False
    first = figure["start"] - claim["start"]
    return first < 0 or claim["quote"][first : figure["end"] - claim["start"]] != figure["text"]
