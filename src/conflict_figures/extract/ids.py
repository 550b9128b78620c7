"""Ids of rows: made of the text's id and of anchors or names, so that they are the same in every build."""

import hashlib
import re
import unicodedata

from .cast import Cast


def slug(name: str) -> str:
    """Return a name as part of an id: ASCII letters and digits, joined by hyphens.

    >>> slug("Côte d’Ivoire")
    'cote-d-ivoire'
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(ch for ch in plain if not unicodedata.combining(ch)).lower()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    # a name in another script has no ASCII letters: its hash keeps the id stable and unlike others
    return found or _hash(name)[:12]


def of_actors(cast: Cast, source_id: str) -> dict[int, str]:
    """Return the id of every actor, by the identity of the object."""
    used: set[str] = set()
    ids: dict[int, str] = {}
    for actor in cast.actors:
        base = found = f"{source_id}.{slug(actor.name)}"
        if found in used:  # a state and a force of one name
            found = f"{base}-{actor.kind}"
        if found in used:  # "Al-Sabri" and "Al Sabri"
            found = f"{base}-{_hash(actor.name)[:8]}"
        used.add(found)
        ids[id(actor)] = found
    return ids


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
