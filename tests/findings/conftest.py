"""A world of a few pages, and what is found odd in it, derived relations included."""

import pytest
from telling import Telling

from conflict_figures import findings, relations


class World(Telling):
    def found(self, rule: str) -> list[dict]:
        """The findings of one rule."""
        records = self.records | {"links": self.records["links"] + relations.derive(self.records)}
        return [finding for finding in findings.find(records) if finding["finding_rule"] == rule]


@pytest.fixture
def world() -> World:
    return World()
