"""The word lists of the extractor, read once from ``lexicon/*.csv``.

Every list is data, not code: a form added to a file is known to every rule that asks for its kind.
Forms are lower case; a hyphen inside a form stands for itself.
"""

import csv
from functools import cache
from importlib import resources
from itertools import product
from typing import NamedTuple

from .tokens import tokenize


class Unit(NamedTuple):
    """What a counted noun stands for."""

    unit: str
    kind: str  # person, group, formation, place, materiel, object
    status: str  # military, civilian or ''


class Cue(NamedTuple):
    """A verb of speaking and what it says about the claim."""

    kind: str  # say, that: a content clause follows; act, count, pledge, rebuff, label: the clause itself is the claim
    stance: str
    certainty: str


class Country(NamedTuple):
    """A state under one of its names."""

    iso3: str
    name: str


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one list, in file order.

    >>> rows("currencies")[0]["code"]
    'USD'
    """
    path = resources.files(__package__) / "lexicon" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _forms(name: str, **where: str) -> frozenset[str]:
    return frozenset(
        form
        for row in rows(name)
        if all(row[key] == value for key, value in where.items())
        for form in row["forms"].split()
    )


@cache
def verbs() -> dict[str, tuple[tuple[str, str], ...]]:
    """Map a form of a verb that binds across its clause to its (measure, frame) readings, the first row first."""
    return _verbs("firm")


@cache
def light_verbs() -> dict[str, tuple[tuple[str, str], ...]]:
    """Map a form of a verb of many meanings ("give", "find", "hold") to its (measure, frame) readings.

    Such a verb says what a number counts only where it stands right beside it.
    """
    return _verbs("light")


def _verbs(grip: str) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows("verbs"):
        if row["grip"] == grip:
            for form in row["forms"].split():
                found.setdefault(form, []).append((row["measure"], row["frame"]))
    return {form: tuple(readings) for form, readings in found.items()}


@cache
def phrases() -> dict[str, dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]]:
    """Map the first and then the second word of verb phrases to (words, measure, frame), longest first.

    A place in a phrase can be filled by several words, with a bar between them ("lay|laid down their arms|weapons").
    """
    found: dict[str, dict[str, list[tuple[tuple[str, ...], str, str]]]] = {}
    for row in rows("phrases"):
        for words in product(*(place.split("|") for place in row["words"].split())):
            found.setdefault(words[0], {}).setdefault(words[1], []).append((words, row["measure"], row["frame"]))
    return {
        first: {second: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for second, entries in seconds.items()}
        for first, seconds in found.items()
    }


@cache
def event_openers() -> frozenset[str]:
    """Return the words at which a verb or verb phrase with a measure can begin."""
    return frozenset(verbs()) | frozenset(phrases())


@cache
def nouns() -> dict[str, tuple[str, str, str]]:
    """Map a noun that carries a measure to (measure, kind, unit); kind is head or toll."""
    return {
        form: (row["measure"], row["kind"], row["unit"])
        for row in rows("nouns")
        if row["kind"] != "act"
        for form in row["forms"].split()
    }


@cache
def acts() -> dict[str, str]:
    """Map a noun of doing to the measure of what it is done to ("the abduction of 52 people")."""
    return {form: row["measure"] for row in rows("nouns") if row["kind"] == "act" for form in row["forms"].split()}


@cache
def units() -> dict[str, Unit]:
    """Map a counted noun to its Unit."""
    found: dict[str, Unit] = {}
    for row in rows("units"):
        for form in row["forms"].split():
            found.setdefault(form, Unit(row["unit"], row["class"], row["status"]))
    return found


@cache
def cues() -> dict[str, Cue]:
    """Map a form of a verb of speaking to its Cue."""
    return {
        form: Cue(row["kind"], row["stance"], row["certainty"]) for row in rows("cues") for form in row["forms"].split()
    }


@cache
def frames(kind: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Map a first word to the attribution frames of a kind (origin_before, pointing), longest first."""
    found = _by_first_word((tuple(row["words"].split()),) for row in rows("frames") if row["kind"] == kind)
    return {first: tuple(words for (words,) in entries) for first, entries in found.items()}


@cache
def qualifiers(position: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Map the word next to the number to hedges (words, qualifier), longest first.

    For ``before`` the key is the last word of the hedge, for ``after`` the first.
    """
    entries = [
        (tuple(row["words"].split()), row["qualifier"]) for row in rows("qualifiers") if row["position"] == position
    ]
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, qualifier in entries:
        found.setdefault(words[-1 if position == "before" else 0], []).append((words, qualifier))
    return {key: tuple(sorted(value, key=lambda item: -len(item[0]))) for key, value in found.items()}


@cache
def evidence() -> frozenset[str]:
    """Return the nouns of evidence: data, records, footage, …"""
    return _forms("evidence")


@cache
def hedges() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Map a first word to the hedges that it can open: (words, certainty), longest first."""
    return _by_first_word((tuple(row["words"].split()), row["certainty"]) for row in rows("hedges"))


@cache
def speech(kind: str) -> frozenset[str]:
    """Return the nouns and labels of speaking of a kind: statement, source, claim, denial, label, interviewer."""
    return _forms("speech", kind=kind)


@cache
def roles(kind: str) -> frozenset[str]:
    """Return role nouns (person) or pronouns (pronoun, group)."""
    return _forms("roles", kind=kind)


@cache
def same_role(word: str) -> frozenset[str]:
    """Return the role nouns under which one person can be called again, the word itself among them.

    >>> "parliamentarian" in same_role("lawmaker")
    True
    """
    groups = (frozenset(row["forms"].split()) for row in rows("roles") if row["kind"] == "same")
    return next((group for group in groups if word in group), frozenset({word}))


@cache
def bodies(kind: str) -> frozenset[str]:
    """Return the head nouns of bodies, forces or outlets."""
    return _forms("bodies", kind=kind)


@cache
def outlets() -> dict[str, str]:
    """Map an outlet's or agency's name to its country."""
    return {row["name"]: row["country_iso3"] for row in rows("outlets")}


@cache
def function(kind: str) -> frozenset[str]:
    """Return function words: stop, aux, adverb, pronoun, determiner, more, possible."""
    return _forms("function", kind=kind)


@cache
def word_class(kind: str) -> frozenset[str]:
    """Return the words of one class that a rule asks for: kin, arms, what flies, …"""
    return _forms("classes", kind=kind)


@cache
def whereabouts() -> dict[str, str]:
    """Map a noun of a place to what became of the people who are there: in a camp they are displaced."""
    return {form: row["measure"] for row in rows("whereabouts") for form in row["forms"].split()}


@cache
def places() -> frozenset[str]:
    """Return common nouns that name a place: region, village, front, …"""
    return _forms("places", kind="place")


@cache
def sites() -> frozenset[str]:
    """Return common nouns of smaller places, where things happen but nobody governs: bridge, depot, school, …"""
    return _forms("places", kind="site")


@cache
def domain(name: str) -> frozenset[str]:
    """Return the words that speak for a domain: conflict, figurative, forces, harm, sport, market, disaster, …"""
    return _forms("domains", domain=name)


@cache
def conflict_words() -> frozenset[str]:
    """Return the words of war and of forces."""
    return domain("conflict") | domain("figurative") | domain("forces")


@cache
def domains_of() -> dict[str, tuple[str, ...]]:
    """Map a word to the domains that it speaks for."""
    names = dict.fromkeys(row["domain"] for row in rows("domains"))
    words = frozenset().union(*(domain(name) for name in names))
    return {word: tuple(name for name in names if word in domain(name)) for word in words}


@cache
def telling(kind: str) -> frozenset[tuple[str, ...]]:
    """Return the words and phrases by which a sentence tells of war: alone, arm, fighter, war, deed."""
    return frozenset(
        tuple(phrase.split()) for row in rows("telling") if row["kind"] == kind for phrase in row["phrases"].split(";")
    )


@cache
def states() -> dict[str, Country]:
    """Map a state's names and its capital (as its government speaks) to the Country."""
    return {
        name: Country(row["iso3"], row["names"].split(";")[0])
        for row in rows("countries")
        for column in ("names", "capitals")
        for name in row[column].split(";")
        if name
    }


@cache
def demonyms() -> dict[str, Country]:
    """Map a demonym to its Country."""
    return {
        name: Country(row["iso3"], row["names"].split(";")[0])
        for row in rows("countries")
        for name in row["demonyms"].split(";")
        if name
    }


@cache
def country_openers() -> dict[str, tuple[int, ...]]:
    """Map the first token of the names and demonyms of states to how many tokens they can have, most first."""
    found: dict[str, set[int]] = {}
    for name in (*states(), *demonyms()):
        raw = tokenize(name).raw
        found.setdefault(raw[0], set()).add(len(raw))
    return {first: tuple(sorted(widths, reverse=True)) for first, widths in found.items()}


@cache
def currencies() -> dict[str, str]:
    """Map a currency's sign or word to its ISO 4217 code."""
    found = {word: row["code"] for row in rows("currencies") for word in row["words"].split()}
    return found | {sign: row["code"] for row in rows("currencies") for sign in row["symbols"].split(";") if sign}


@cache
def currency_letters() -> dict[str, str]:
    """Map the letters of a currency before a number ("P", "Rs", "NT$", "EUR") to its code; "rs" stands for several."""
    codes = {row["code"] for row in rows("currencies")} | {c for by in shared_currencies().values() for c in by.values()}
    return {code: code for code in codes} | {
        letters: row["code"] for row in rows("currencies") for letters in row["letters"].split()
    }


@cache
def shared_currencies() -> dict[str, dict[str, str]]:
    """Map the word of a currency that several states have to its ISO 4217 code by the state's ISO 3166-1 code."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("shared_currencies"):
        for form in row["forms"].split():
            found.setdefault(form, {})[row["iso3"]] = row["code"]
    return found


def _by_first_word(entries):
    found: dict[str, list] = {}
    for entry in entries:
        found.setdefault(entry[0][0], []).append(entry)
    return {first: tuple(sorted(items, key=lambda item: -len(item[0]))) for first, items in found.items()}
