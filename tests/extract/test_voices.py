"""Who says it, citing whom, with what stance: every shape of attribution, in sentences written for this test."""

import pytest

from conflict_figures.extract import extract


def voices(text: str) -> list[tuple]:
    return [(row["speaker"], row["origin"], row["stance"]) for row in extract(text).records["claims"]]


@pytest.mark.parametrize(
    ("text", "speaker", "origin"),
    [
        ("The interior ministry said 14 soldiers were killed.", "interior ministry", None),
        ("Defence Minister Ana Vidal said that 14 soldiers were killed.", "Ana Vidal", None),
        ("Fourteen soldiers were killed, Ana Vidal said.", "Ana Vidal", None),
        ("Fourteen soldiers were killed, the army said on Friday.", "army", None),
        ('"Fourteen soldiers were killed," said Ana Vidal, the mayor.', "Ana Vidal", None),
        ("“We buried 14 soldiers,” the mayor, Ana Vidal, told reporters.", "Ana Vidal", None),
        ("— Fourteen soldiers were killed — said Ana Vidal.", "Ana Vidal", None),
        ("According to the army, 14 soldiers were killed.", "army", None),
        ("Fourteen soldiers were killed, according to the army.", "army", None),
        ("According to hospital records, 14 soldiers were killed.", None, "hospital records"),
        ("Fourteen soldiers were killed, according to a tally kept by the Truce League.", "Truce League", None),
        ("The army, citing drone footage, said 14 soldiers were killed.", "army", "drone footage"),
        ("Fourteen soldiers were killed. This information comes from hospital records.", None, "hospital records"),
        ("Fourteen soldiers were killed. That was according to Ana Vidal, a surgeon.", "Ana Vidal", None),
        ("The security firm Grey Harbour said 14 soldiers were killed.", "Grey Harbour", None),
        ("Two survivors said 14 soldiers were killed.", "survivors", None),
        ("Fourteen soldiers were killed.", None, None),
    ],
)
def test_each_shape_gives_its_speaker_and_origin(text, speaker, origin):
    rows = [row for row in extract(text).records["claims"] if "ourteen" in row["quote"] or "14" in row["quote"]]
    assert [(row["speaker"], row["origin"]) for row in rows] == [(speaker, origin)]


def test_a_pronoun_and_a_role_are_the_person_named_before():
    text = (
        "Governor Ana Vidal said 14 soldiers were killed. She added that 20 were wounded. "
        "The governor said that no civilians had died."
    )
    assert [speaker for speaker, _, _ in voices(text)] == ["Ana Vidal"] * 3


def test_an_unnamed_official_stays_anonymous():
    tables = extract("An official said 14 soldiers were killed.").records
    assert tables["claims"][0]["speaker"] == "official"
    assert [row["actor_id"] for row in tables["attributions"]] == ["unattributed", "anonymous"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army denied that 14 soldiers were killed.", "denied"),
        ("The army confirmed that 14 soldiers were killed.", "confirmed"),
        ("The army acknowledged that 14 soldiers were killed.", "confirmed"),
        ("The army neither confirmed nor denied the loss of the base to 14 rebels.", "not_confirmed"),
        ("The army did not confirm the deaths of 14 soldiers.", "not_confirmed"),
    ],
)
def test_stance(text, stance):
    assert [found for _, _, found in voices(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The army claims that 14 soldiers were killed.", "alleged"),
        ("The army estimates that 14 soldiers were killed.", "estimated"),
        ("Fourteen soldiers were reportedly killed.", "reported"),
        ("The army may send 14 soldiers.", "possible"),
        ("The army sent 14 soldiers.", "stated"),
    ],
)
def test_certainty(text, certainty):
    assert [row["certainty"] for row in extract(text).records["figures"]] == [certainty]


def test_the_chain_keeps_every_hop_with_its_cue():
    text = "According to the army, 14 soldiers were killed."
    rows = extract(text).records["attributions"]
    assert [(r["hop"], r["role"], r["cue"], r["actor_text"]) for r in rows] == [
        (0, "publisher", None, None), (1, "speaker", "According to", "the army"),
    ]  # fmt: skip


def test_a_claim_is_the_content_without_its_frame():
    (claim,) = extract("The army said on Friday that 14 soldiers were killed near Tamba.").records["claims"]
    assert claim["quote"] == "14 soldiers were killed near Tamba"


@pytest.mark.parametrize(
    "text",
    [
        "The deaths of 14 soldiers could not be verified.",
        "A further 14 soldiers were killed, which has not been confirmed.",
    ],
)
def test_what_could_not_be_verified_is_not_confirmed(text):
    assert [found for _, _, found in voices(text)] == ["not_confirmed"]


def test_a_role_is_only_a_person_who_was_called_by_it():
    text = (
        "Ivo Petrak, the defence minister, said 3 soldiers were hurt. Olga Bondar, the governor, said 4 soldiers were "
        "hurt. The minister said 40 soldiers died. The surgeon said 41 soldiers died."
    )
    assert [speaker for speaker, _, _ in voices(text)] == ["Ivo Petrak", "Olga Bondar", "Ivo Petrak", "surgeon"]


def test_a_pronoun_is_the_person_named_last_also_without_speaking():
    text = "Ivo Petrak said 3 soldiers died. Jan Holub visited the front. He said 40 soldiers died."
    assert [speaker for speaker, _, _ in voices(text)] == ["Ivo Petrak", "Jan Holub"]


@pytest.mark.parametrize(
    ("text", "speaker"), [("The US said 12 soldiers died.", "US"), ("Us said 12 soldiers died.", None)]
)
def test_a_state_whose_name_is_a_pronoun_in_capitals_speaks(text, speaker):
    assert [found for found, _, _ in voices(text)] == [speaker]


def test_two_spellings_of_a_name_keep_their_own_rows():
    text = (
        "Minister Al-Sabri said 3 soldiers died. Minister Al Sabri said 4 soldiers died. Minister Al'Sabri said 5 died."
    )
    ids = [row["actor_id"] for row in extract(text).records["actors"]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The army denied that it had lost 20 tanks and said 15 soldiers were killed.", ["denied", "asserted"]),
        ("The army said 15 soldiers were killed and denied that it had lost 20 tanks.", ["asserted", "denied"]),
    ],
)
def test_coordinated_verbs_of_speaking_keep_their_own_stance(text, stances):
    tables = extract(text).records
    assert [(row["speaker"], row["stance"]) for row in tables["claims"]] == [("army", stance) for stance in stances]
    claims = {row["claim_id"]: row["stance"] for row in tables["claims"]}
    assert [claims[row["claim_id"]] for row in tables["figures"]] == stances


@pytest.mark.parametrize("text", ["Neither side confirmed the deaths of 14 soldiers.", "It could not confirm that 14 soldiers died.",
                                  "It did not deny that 14 soldiers died."])  # fmt: skip
def test_a_negated_verb_of_confirming_confirms_nothing(text):
    assert [stance for _, _, stance in voices(text)] == ["not_confirmed"]


def test_a_source_is_no_speaker_where_it_is_only_cited():
    text = "Another 30 soldiers were wounded, Ana Vidal said, citing hospital records."
    assert voices(text) == [("Ana Vidal", "hospital records", "asserted")]


def test_a_subject_with_an_apposition_is_not_the_object():
    text = "The mayor, Ana Vidal, said six soldiers were hurt in the war."
    assert voices(text) == [("Ana Vidal", None, "asserted")]
