"""Claims and their figures: a resolved voice has words, a claim says something, a figure stands inside it."""

import pyarrow
import pyarrow.compute as pc

from conflict_figures.check.joins import asked, contains, differ, look_up, marked, one, pairs, rows_where
from conflict_figures.check.rules import rule
from conflict_figures.check.words_at import stand


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
    cited = hops["claim_id"].filter(pc.greater(hops["hop"], 0))
    counted = tables["figures"]["claim_id"]
    plain = pc.and_(pc.equal(claims["stance"], "asserted"), pc.equal(claims["certainty"], "stated"))
    nobody = pc.and_(pc.is_null(claims["speaker"]), pc.is_null(claims["origin"]))
    bare = pc.and_(plain, nobody)
    for others in (cited, counted):
        bare = pc.and_(bare, pc.invert(contains(others, claims["claim_id"])))
    return bare


@rule(
    "voices_in_chain", "claims", "speaker_id",
    "the speaker '{speaker_id}' or the origin '{origin_id}' is no hop of the claim's attributions",
    "Add the hop, or empty the id", needs=("attributions",),
)  # fmt: skip
def voice_outside_chain(tables):
    claims, hops = tables["claims"], tables["attributions"]
    wrong = []
    for voice in ("speaker_id", "origin_id"):
        rows = rows_where(pc.is_valid(claims[voice]))
        voices = claims.select(["claim_id", voice]).take(rows)
        chains = asked(hops.select(["claim_id", "actor_id"]), "claim_id", voices["claim_id"])
        named, chain = pairs(tuple(voices.columns), tuple(chains.columns))
        wrong.append(rows.filter(pc.invert(contains(chain, named))))
    return marked(claims.num_rows, pyarrow.concat_arrays([one(rows) for rows in wrong]))


@rule(
    "speaker_is_its_actor", "claims", "speaker",
    "the speaker '{speaker}' is not called so by the actor '{speaker_id}' to which it resolves",
    "Write the actor's name or one of its aliases, and correct the attributions with it", looks_up=("actors",),
)  # fmt: skip
def speaker_is_another(tables):
    actors = tables.known("actors", ["actor_id", "name", "kind", "aliases"])
    actors = actors.filter(pc.fill_null(pc.not_equal(actors["kind"], "unknown"), True))
    row = tables["claims"].select(["speaker", "speaker_id"])
    named = look_up(row["speaker_id"], actors["actor_id"], actors["name"])
    known = pc.and_(pc.is_valid(row["speaker"]), contains(actors["actor_id"], row["speaker_id"]))
    unlike = rows_where(pc.and_(known, differ(row["speaker"], named)))
    if not len(unlike):
        return pyarrow.scalar(False)
    # one speaker is met in many claims, so each is compared with the actor's aliases once
    speakers = row.take(unlike).group_by(row.column_names).aggregate([])
    held = actors.filter(contains(speakers["speaker_id"], actors["actor_id"])).to_pylist()
    names = {actor["actor_id"]: {actor["name"], *(actor["aliases"] or "").split("; ")} for actor in held}
    wrong = [
        names[one["speaker_id"]].isdisjoint({one["speaker"], *one["speaker"].split("; ")}) for one in speakers.to_pylist()
    ]
    others = speakers.filter(pyarrow.array(wrong, pyarrow.bool_()))
    said, strange = pairs((row["speaker"], row["speaker_id"]), (others["speaker"], others["speaker_id"]))
    return contains(strange, said)


@rule(
    "figure_inside_claim", "figures", "start",
    "the figure '{text}' at {start}:{end} is not among the words of its claim '{claim_id}'",
    "Point at the claim whose quote holds these words at this place", looks_up=("claims",),
)  # fmt: skip
def figure_outside_claim(tables):
    row, claims = tables["figures"], tables.known("claims", ["claim_id", "start", "quote"])
    which = pc.index_in(row["claim_id"], value_set=one(claims["claim_id"]), skip_nulls=True)
    begin, quotes = one(claims["start"]).take(which), one(claims["quote"])
    filled = pc.is_valid(pc.index_in(which, value_set=rows_where(pc.is_valid(quotes))))
    for cells in (begin, row["start"], row["end"], row["text"]):
        filled = pc.and_(filled, pc.is_valid(cells))
    inside = stand(quotes, which, pc.subtract(row["start"], begin), row["text"])
    as_long = pc.equal(pc.subtract(row["end"], row["start"]), pc.utf8_length(row["text"]))
    suspect = rows_where(pc.and_(filled, pc.invert(pc.and_(pyarrow.array(inside), as_long))))
    figures = row.select(["start", "end", "text"]).take(suspect).to_pylist()
    said = claims.take(which.take(suspect)).to_pylist()
    wrong = [at for at, figure, claim in zip(suspect.to_pylist(), figures, said, strict=True) if _outside(figure, claim)]
    return marked(row.num_rows, wrong)


def _outside(figure: dict, claim: dict) -> bool:
    first = figure["start"] - claim["start"]
    return first < 0 or claim["quote"][first : figure["end"] - claim["start"]] != figure["text"]
