"""A world of a few pages, and what the rules make of it."""

import pytest
from telling import Telling

from conflict_figures import relations


class World(Telling):
    def pairs(self, predicate: str) -> list[tuple[str, str]]:
        """The derived links of one predicate, as ids."""
        found = relations.derive(self.records)
        return [(link["subject_id"], link["object_id"]) for link in found if link["predicate"] == predicate]


@pytest.fixture
def world() -> World:
    return World()
