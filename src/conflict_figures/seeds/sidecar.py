"""Read the sidecar of a source text: what is known about it, and why the rest is not known.

The YAML is read strictly: one flat mapping with exactly the keys of :data:`KEYS`, no aliases, no
tags, no key twice. Values are taken as they are written, so that ``language: no`` is Norwegian and
``published: 2025-04-30`` is a date in EDTF, whatever YAML makes of them.
"""

import difflib
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from conflict_figures.errors import InputError
from conflict_figures.seeds import utf8

#: Facts that may be unknown; a null here needs its reason under ``unknown``.
FACTS = ("publisher", "title", "author", "url", "language", "published", "accessed", "licence")
#: Every key a sidecar holds, in the order in which it is written.
KEYS = ("kind", *FACTS, "rights", "unknown", "published_inferred")
#: The keys below ``published_inferred``, when it is not null.
INFERENCE = ("value", "basis", "confidence")

_DEEPEST = 8
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_URL = re.compile(r"https?://[^\s/]+\.[^\s]+")


@dataclass(frozen=True)
class Sidecar:
    """The facts of one sidecar: ``facts`` by key, ``unknown`` reasons by key, ``inferred`` or ``None``."""

    facts: dict[str, str | None]
    unknown: dict[str, str]
    inferred: dict[str, str] | None


def read(path: Path, name: str) -> Sidecar:
    """Read and check one sidecar.

    Args:
        path: the YAML file.
        name: how messages call it, its path from the checkout root.

    Raises:
        InputError: the first fault, with its line.
    """
    sidecar, faults = check(path, name)
    if sidecar is None:
        raise faults[0]
    return sidecar


def check(path: Path, name: str) -> tuple[Sidecar | None, list[InputError]]:
    """Return the facts of one sidecar, or ``None`` and every fault of it, each with its line.

    A file that is no YAML, or whose YAML is more than a flat list of lines, is not read further.
    """
    faults: list[InputError] = []
    sidecar = None
    try:
        sidecar = _Reader(utf8.read(path, name), name, faults).sidecar()
    except InputError as error:
        faults.append(error)
    return (None if faults else sidecar), faults


class _Reader:
    """One pass over one sidecar. A fault is put to the others, and the rest is read; what has a fault is left out of what is returned."""

    def __init__(self, text: str, name: str, faults: list[InputError]) -> None:
        self.text, self.name, self.faults = text, name, faults

    def fault(self, message: str, remedy: str, node=None) -> InputError:
        line = node if isinstance(node, int) else node.start_mark.line + 1 if node is not None else None
        return InputError(message, path=self.name, line=line, remedy=remedy)

    def say(self, message: str, remedy: str, node) -> None:
        self.faults.append(self.fault(message, remedy, node))

    def sidecar(self) -> Sidecar | None:
        root = self.compose()
        if root is None:
            return None
        top = self.mapping(root, KEYS, "the sidecar")
        facts = self.scalars(top, ("kind", *FACTS, "rights"))
        unknown = self.reasons(top["unknown"]) if "unknown" in top else {}
        self.explain(facts, unknown, top)
        inferred = self.inference(top["published_inferred"]) if "published_inferred" in top else None
        self.check(facts, inferred, top)
        return Sidecar(facts, {key: reason for key, reason in unknown.items() if reason}, inferred)

    def compose(self) -> yaml.Node | None:
        try:
            self.refuse_indirection()
            node = None if self.faults else yaml.compose(self.text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise self.fault(
                f"this is not readable YAML: {error.problem or error.context}",
                "Write one `key: value` a line, and put a value with a colon or a # in double quotes",
                mark.line + 1 if mark else None,
            ) from None
        except yaml.reader.ReaderError as error:
            line = self.text.count("\n", 0, error.position) + 1
            raise self.fault("the line holds a control character", "Delete it", line) from None
        if node is None and not self.faults:
            raise self.fault("the file is empty", f"Write the keys {', '.join(KEYS)}", 1)
        return node

    def refuse_indirection(self) -> None:
        """Aliases and tags make one line mean something that stands on another."""
        depth = 0
        for event in yaml.parse(self.text, Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            # a sidecar is two levels deep; the time that PyYAML takes grows with the square of the depth
            if depth > _DEEPEST:
                raise self.fault("the sidecar nests lists or mappings", "Write one `key: value` a line", event)
            if getattr(event, "anchor", None):
                self.say(f"`{event.anchor}` is a YAML anchor or alias", "Write the value out", event)
            if getattr(event, "tag", None):
                self.say(f"`{event.tag}` is a YAML tag", "Write the plain value", event)

    def mapping(
        self, node: yaml.Node, keys: tuple[str, ...], what: str, whole: bool = True
    ) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            self.say(f"{what} is not a list of `key: value` lines", "Write it as such", node)
            return {}
        found: dict[str, yaml.Node] = {}
        meant: set[str] = set()
        for key, value in node.value:
            word = key.value if isinstance(key, yaml.ScalarNode) else "?"
            if word not in keys:
                meant.update(_near(word, keys))
                self.say(f"`{word}` is not a key of {what}", _nearest(word, keys), key)
            elif word in found:
                self.say(f"the key `{word}` stands here a second time", "Keep one", key)
            else:
                found[word] = value
        for word in keys:
            # a key that is misspelt is there
            if whole and word not in found and word not in meant:
                self.say(
                    f"{what} has no key `{word}`",
                    f"Add `{word}:` with its value"
                    + (", or null and the reason under `unknown`" if word in FACTS else ""),
                    node,
                )
        return found

    def scalars(self, nodes: dict[str, yaml.Node], keys: tuple[str, ...], under: str = "") -> dict[str, str | None]:
        """Return the values of those keys that are there and hold one value, or null."""
        found: dict[str, str | None] = {}
        for key in keys:
            node = nodes.get(key)
            if node is None:
                continue
            if not isinstance(node, yaml.ScalarNode):
                self.say(f"`{under}{key}` is a list or a mapping", "Write one value", node)
            elif _is_null(node):
                found[key] = None
            elif not node.value.strip():
                self.say(f"`{under}{key}` is empty", "Write its value, or null and the reason under `unknown`", node)
            else:
                found[key] = node.value.strip()
        return found

    def reasons(self, node: yaml.Node) -> dict[str, str | None]:
        """Return the reasons by key; one that has a fault is ``None``, for its key is explained all the same."""
        if _is_null(node):
            return {}
        found = self.mapping(node, FACTS, "`unknown`", whole=False)
        reasons = self.scalars(found, tuple(found), "unknown.")
        for key, reason in reasons.items():
            if reason is None or "; " in reason:
                self.say(
                    f"the reason for `{key}` is {'null' if reason is None else 'more than one phrase'}",
                    "Write why it is not known, in one phrase without a semicolon",
                    found[key],
                )
        return {key: reasons.get(key) for key in found}

    def explain(self, facts: dict, unknown: dict, top: dict[str, yaml.Node]) -> None:
        for key in (key for key in FACTS if key in facts):
            if facts[key] is None and key not in unknown:
                self.say(
                    f"`{key}` is null without a reason",
                    f"Write its value, or why it is not known as `{key}:` under `unknown`",
                    top[key],
                )
            if facts[key] is not None and key in unknown:
                self.say(
                    f"`{key}` has a value, yet `unknown` says why it has none",
                    f"Delete `{key}` under `unknown`, or make the value null",
                    top[key],
                )

    def inference(self, node: yaml.Node) -> dict[str, str] | None:
        if _is_null(node):
            return None
        found = self.mapping(node, INFERENCE, "`published_inferred`")
        inferred = self.scalars(found, INFERENCE, "published_inferred.")
        for key in [key for key, value in inferred.items() if value is None]:
            self.say(f"`{key}` is null", "Write it, or make `published_inferred` null", found[key])
            del inferred[key]
        if "value" in inferred:
            self.edtf(inferred["value"], "published_inferred.value", found["value"])
        if "confidence" in inferred:
            self.code(inferred["confidence"], "confidence", "confidence", found["confidence"])
        return inferred

    def check(self, facts: dict, inferred: dict | None, top: dict[str, yaml.Node]) -> None:
        for key in ("kind", "rights"):
            if facts.get(key, "") is None:
                self.say(f"`{key}` is null", "Write its value, it is always known", top[key])
        if facts.get("kind") is not None:
            self.code(facts["kind"], "kind", "source_kind", top["kind"])
        if facts.get("published") is not None:
            self.edtf(facts["published"], "published", top["published"])
            if inferred is not None:
                self.say(
                    "`published` is known, yet `published_inferred` guesses it",
                    "Make one of them null",
                    top["published_inferred"],
                )
        if (day := facts.get("accessed")) is not None and not _is_day(day):
            self.say(f"`accessed` is '{day}', not a day", "Write it as 2025-04-30", top["accessed"])
        if (language := facts.get("language")) is not None and not _LANGUAGE.fullmatch(language):
            self.say(f"`language` is '{language}', not a BCP 47 tag", "Write en, pl, zh-Hant", top["language"])
        if (url := facts.get("url")) is not None and not _URL.fullmatch(url):
            self.say(f"`url` is '{url}', not a web address", "Begin it with https://", top["url"])

    def edtf(self, value: str, key: str, node: yaml.Node) -> None:
        from conflict_figures.edtf import is_valid

        if not is_valid(value):
            self.say(f"`{key}` is '{value}', not a date in EDTF", "Write 2025-04-30, 2025-04, 2025 or 2025-04~", node)

    def code(self, value: str, key: str, listed: str, node: yaml.Node) -> None:
        from conflict_figures import schema

        codes = tuple(code.code for code in schema.codes(listed))
        if value not in codes:
            self.say(f"`{key}` is '{value}', which is not in the list {listed}", _nearest(value, codes), node)


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null" and node.style is None


def _is_day(value: str) -> bool:
    from datetime import date

    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _near(word: str, words: tuple[str, ...]) -> list[str]:
    return difflib.get_close_matches(word, words, n=1)


def _nearest(word: str, words: tuple[str, ...]) -> str:
    """Return a remedy that names the nearest known word, or all of them."""
    near = _near(word, words)
    return f"Did you mean `{near[0]}`" + "?" if near else f"Use one of {', '.join(words)}"
