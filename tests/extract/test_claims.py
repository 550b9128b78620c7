"""Where a claim begins and ends, when a sentence holds several, and which hops its chain keeps."""

import pytest

from conflict_figures.extract import extract


def quotes(text: str) -> list[str]:
    return [row["quote"] for row in extract(text).records["claims"]]


def hops(text: str) -> list[tuple]:
    return [(row["role"], row["actor_text"]) for row in extract(text).records["attributions"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said on Friday that 14 soldiers were killed.", ["14 soldiers were killed"]),
        ("“We lost 14 men in the raid,” the mayor, Ana Vidal, said.", ["We lost 14 men in the raid"]),
        ("According to the army, 14 soldiers were killed.", ["14 soldiers were killed"]),
        ("The army counted 14 dead soldiers.", ["The army counted 14 dead soldiers"]),
        ("The army admits to 14 soldiers killed.", ["The army admits to 14 soldiers killed"]),
        ("TAMBA, 4 May (Norwick) – Rebels killed 14 soldiers.", ["Rebels killed 14 soldiers"]),
        ("18:05 – Rebels killed 14 soldiers at Tamba", ["Rebels killed 14 soldiers at Tamba"]),
        ("3. Rebels killed 14 soldiers.", ["Rebels killed 14 soldiers"]),
    ],
)
def test_a_claim_is_its_content_without_the_frame_and_what_heads_the_line(text, expected):
    assert quotes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army said 14 rebels were killed; residents said 3 civilians died.",
            [("14 rebels were killed", "army"), ("3 civilians died", "residents")],
        ),
        (
            "Relatives, who lost 12 neighbours in the raid, said 30 soldiers died.",
            [("who lost 12 neighbours in the raid", None), ("30 soldiers died", "Relatives")],
        ),
        (
            "Nobody slept; 14 soldiers were killed in the raid.",
            [("14 soldiers were killed in the raid", None)],
        ),
    ],
)
def test_each_voice_of_a_sentence_has_its_own_part(text, expected):
    rows = extract(text).records["claims"]
    assert [(row["quote"], row["speaker"]) for row in rows] == expected


def test_parts_that_differ_in_certainty_are_claims_of_their_own():
    rows = extract("The raid killed 14 soldiers; 40 more soldiers may have been wounded.").records["claims"]
    assert [row["certainty"] for row in rows] == ["stated", "possible"]


def test_speakers_together_are_joined_and_each_has_a_hop():
    text = "The army and the interior ministry said 14 soldiers were killed."
    assert extract(text).records["claims"][0]["speaker"] == "army; interior ministry"
    assert hops(text) == [("publisher", None), ("speaker", "The army"), ("speaker", "the interior ministry")]


def test_a_chain_of_citing_keeps_the_hops_between():
    text = "Fourteen rebels were killed, the agency Norwick reported, quoting the daily Lumen, which cited a nurse."
    assert hops(text) == [
        ("publisher", None), ("speaker", "the agency Norwick"), ("agency", "the daily Lumen"), ("origin", "a nurse"),
    ]  # fmt: skip


def test_an_outlet_that_passes_words_on_is_a_hop_and_no_speaker():
    text = "The agency Norwick quoted a border guard as saying that 14 rebels had been killed."
    assert extract(text).records["claims"][0]["speaker"] == "border guard"
    assert hops(text) == [("publisher", None), ("agency", "The agency Norwick"), ("speaker", "a border guard")]


@pytest.mark.parametrize(
    ("text", "stance", "origin"),
    [
        ("The rebels said 14 soldiers died in the raid. The army rejected that claim.", "denied", "rebels"),
        ("The rebels said 14 soldiers died in the raid. We could not confirm this.", "not_confirmed", None),
    ],
)
def test_a_sentence_about_the_claim_before_it_is_a_claim_without_a_figure(text, stance, origin):
    claim = extract(text).records["claims"][-1]
    assert (claim["stance"], claim["origin"]) == (stance, origin)


def test_speech_about_no_conflict_is_no_claim():
    text = "Insurgents killed 14 soldiers in the war.\n\nThe coach said the team would win the cup and score in the league."
    assert quotes(text) == ["Insurgents killed 14 soldiers in the war"]


def test_a_pronoun_that_refers_to_nobody_names_nobody():
    assert [row["speaker"] for row in extract("It said 14 soldiers were killed.").records["claims"]] == [None]


def test_whoever_the_bulletin_is_by_is_its_own_voice_also_later():
    text = (
        "COMMUNIQUÉ No. 4\n\nThe Office for Captives announces that 14 prisoners of war came home on Monday.\n\n"
        "The Office added that 20 prisoners of war were still held. Its head, Ana Vidal, said 3 of them were ill."
    )
    rows = extract(text).records["claims"]
    assert [row["speaker"] for row in rows if "3 of" not in row["quote"]] == [None, None]
    assert rows[-1]["speaker"] == "Ana Vidal"


@pytest.mark.parametrize(
    ("text", "quote", "speaker", "origin"),
    [
        ("Norwick says it killed 40 rebels, a charge the army denies.", "a charge the army denies", "army", "Norwick"),
        ("Norwick says it killed 40 rebels, which the army denies.", "which the army denies", "army", "Norwick"),
        ("Norwick says it killed 40 rebels, in a valley which the army holds.", None, None, None),
    ],
)
def test_a_charge_that_another_denies_is_a_claim_of_its_own(text, quote, speaker, origin):
    denied = [row for row in extract(text).records["claims"] if row["stance"] == "denied"]
    assert [(row["quote"], row["speaker"], row["origin"]) for row in denied] == ([(quote, speaker, origin)] if quote else [])


def test_the_words_of_a_source_hold_its_apposition():
    text = "The mayor, Ana Vidal, said 40 soldiers had been killed."
    hops = [row for row in extract(text).records["attributions"] if row["role"] == "speaker"]
    assert [(hop["actor_text"], hop["cue"]) for hop in hops] == [("The mayor, Ana Vidal", "said")]


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("They shelled the market again that night.", 1),
        ("I say their names every morning.", 0),
        ("Why did they shell the market again?", 0),
    ],
)
def test_what_somebody_who_has_the_word_tells_of_war_is_a_claim_without_a_number_too(answer, found):
    text = f"Q: What did you see?\n\nAna Vidal: We buried 40 soldiers. {answer}\n\nQ: And then?\n\nAna Vidal: I left."
    assert [row["speaker"] for row in extract(text).records["claims"] if row["quote"] in answer] == ["Ana Vidal"] * found
