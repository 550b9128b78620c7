"""What holds for every rule: nothing is linked to itself or twice, in any order of the rows."""

import random
from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st
from telling import Telling

from conflict_figures import relations

VALUES = st.sampled_from([600, 1100, 4000, 4100, 4700, 15000, 18000])
DAYS = ["2025-01-13", "2025-04-30", "2025-09-02"]


@st.composite
def worlds(draw):
    world = Telling()
    for number in range(draw(st.integers(2, 9))):
        day = draw(st.sampled_from(DAYS))
        world.tell(
            draw(VALUES),
            draw(st.sampled_from(["exact", "about", "at_least", "nearly"])),
            page=draw(st.sampled_from(["a", "b", f"p{number}"])),
            utterance=draw(st.sampled_from([None, *DAYS])),
            item=draw(st.sampled_from([None, "killed", "sent"])),
            by=draw(st.sampled_from([("Lee", "NIS"), ("NIS",), ("Kyiv",), ("London",), ()])),
            agency=draw(st.sampled_from([(), ("a-office",)])),
            stated=day,
            date=f"../{day}",
            figure={"measure": draw(st.sampled_from(["killed", "wounded", "casualties"]))},
        )
    return world.records


@given(worlds(), st.randoms(use_true_random=False))
def test_no_pair_is_linked_twice_or_to_itself_whatever_the_order(records, chance: random.Random):
    found = relations.derive(records)
    pairs = [(link["predicate"], *sorted((link["subject_id"], link["object_id"]))) for link in found]
    assert len(pairs) == len(set(pairs))
    assert all(link["subject_id"] != link["object_id"] and link["rule"] and link["basis"] == "derived" for link in found)
    shuffled = deepcopy(records)
    for rows in shuffled.values():
        chance.shuffle(rows)
    assert relations.derive(shuffled) == found
    records["links"] += found
    assert relations.derive(records) == []
