"""What one verb means of people and of things, and which measures go with which kind of unit."""

from . import lexicon

PEOPLE_ONLY = frozenset("killed wounded casualties missing captured detained displaced deployed present recruited "
                        "trained returned exchanged released rescued".split())  # fmt: skip
LOSSES = frozenset(
    "killed wounded casualties missing captured detained destroyed damaged hit intercepted seized".split()
)
PERSON_UNITS = frozenset({"person", "family", "household"})
OR_THINGS = frozenset("deployed present displaced returned exchanged missing".split())
_OF_THINGS = {"casualties": "destroyed", "captured": "seized", "deployed": "supplied", "released": "launched",
              "killed": "destroyed", "displaced": "other", "detained": "seized", "wounded": "damaged",
              "rescued": "seized", "exchanged": "supplied", "recruited": "supplied", "trained": "other"}  # fmt: skip
_OF_PEOPLE = {"seized": "detained", "destroyed": "killed", "hit": "wounded", "intercepted": "killed",
              "supplied": "deployed", "launched": "deployed", "damaged": "wounded", "area": "released",
              "attacks": "rescued"}  # fmt: skip
_OF_FORMATIONS = {"supplied": "deployed", "seized": "captured", "intercepted": "destroyed", "launched": "deployed"}
_TAKEN = frozenset({"captured", "seized", "casualties", "area", "released"})  # of places: taken, lost, freed


def head_of(unit: str) -> str:
    """Return the last word of a unit in small letters; an unmanned aerial vehicle is what its short name says.

    >>> head_of("artillery shell"), head_of("unmanned aerial vehicle")
    ('shell', 'uav')
    """
    head = unit.lower().rpartition(" ")[2]
    return "uav" if head in ("vehicle", "system") and "aerial" in unit else head


def of_kind(measure: str, kind: str, unit: str = "") -> str:
    """Return the measure of a verb by what it is said of: a lost soldier is a casualty, a lost tank destroyed.

    >>> of_kind("casualties", "materiel"), of_kind("seized", "person"), of_kind("captured", "place")
    ('destroyed', 'detained', 'area')
    """
    if kind == "place" and measure in _TAKEN:
        return "area"
    if measure == "deployed" and unit.rpartition(" ")[2] in lexicon.word_class("vessel"):
        return measure  # ships that are sent are not given
    if kind == "formation":
        return _OF_FORMATIONS.get(measure, measure)
    if kind in ("materiel", "object") and measure == "area":
        return "seized"  # an overrun headquarters
    if kind in ("materiel", "object", "place"):
        return "displaced" if kind == "place" and measure == "displaced" else _OF_THINGS.get(measure, measure)
    if kind == "group" and measure == "hit":
        return "other"  # "blackouts hit 3,000 households"
    return _OF_PEOPLE.get(measure, measure) if kind in ("person", "group") else measure


def fits(measure: str, unit: str, kind: str) -> bool:
    """Return whether a measure of people counts people, and one of things, things."""
    if measure in PEOPLE_ONLY:
        return unit in PERSON_UNITS or kind == "formation" or measure in OR_THINGS and bool(kind)
    return unit not in PERSON_UNITS or measure in ("attacks", "other")


def light_fits(measure: str, kind: str, status: str = "") -> bool:
    """Return whether a verb of many meanings has this measure of such a thing: one is given arms, not people."""
    if measure == "area":
        return kind == "place"
    if measure == "other":
        return kind in ("materiel", "person", "group", "object")
    if measure == "attacks":
        return kind == "incident"
    if measure in ("present", "deployed"):
        return kind in ("person", "group", "formation", "materiel")
    if measure == "displaced":
        return kind in ("person", "group") and status != "military"
    if measure == "seized" and kind == "place":
        return True
    if measure == "supplied" and kind in ("person", "formation"):
        return status in ("military", "police")
    if measure in PEOPLE_ONLY:
        return kind in ("person", "group")
    if measure == "hit" and kind == "formation":
        return True  # "engaged two tactical units"
    return kind in ("materiel", "object") or measure == "supplied" and not kind
