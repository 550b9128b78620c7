"""What bad input gets: one sentence with file, line, fault and remedy; exit code 1; nothing written."""

import hashlib

import pytest

SHA = "{sha}"
HEADER = "text_sha256,table,start,end,text,decision,field,value,reviewer,date,reason\n"


def sidecar(old, new):
    def break_it(checkout):
        path = checkout.root / "seeds/texts/note.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return break_it


def text(data):
    return lambda checkout: (checkout.root / "seeds/texts/note.txt").write_bytes(data)


def file(name, data=b"x"):
    def break_it(checkout):
        path = checkout.root / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    return break_it


def decide(line, header=HEADER):
    def break_it(checkout):
        stored = (checkout.root / "seeds/texts/note.txt").read_bytes()
        filled = line.replace(SHA, hashlib.sha256(stored).hexdigest())
        file("decisions/note.csv", (header + filled + "\n").encode())(checkout)

    return break_it


ANCHOR = "14,23,About 600"
GOOD = f"{SHA},figures,{ANCHOR},accept,,,reader,2025-07-01,read against the page"

BAD = {
    "missing key": (sidecar("language: no\n", ""), "seeds/texts/note.yaml:1: the sidecar has no key `language`", "Add `language:`"),
    "unknown key": (sidecar("publisher:", "publsher:"), "note.yaml:2: `publsher` is not a key", "Did you mean `publisher`?"),
    "key twice": (sidecar("title:", "kind: post\ntitle:"), "note.yaml:3: the key `kind` stands here a second time", "Keep one"),
    "null without reason": (sidecar("title: Losses mount", "title: null"), "note.yaml:3: `title` is null without a reason", "under `unknown`"),
    "reason without null": (sidecar("author: null", "author: Ana"), "note.yaml:4: `author` has a value", "Delete `author`"),
    "empty value": (sidecar("The Daily Note", "''"), "note.yaml:2: `publisher` is empty", "or null"),
    "code not in list": (sidecar("kind: article", "kind: blog"), "note.yaml:1: `kind` is 'blog', which is not in the list source_kind", "article"),
    "not EDTF": (sidecar("2025-06-15", "15 June"), "note.yaml:7: `published` is '15 June', not a date in EDTF", "2025-04-30"),
    "not a day": (sidecar("2025-06-20", "2025-06"), "note.yaml:8: `accessed` is '2025-06', not a day", "2025-04-30"),
    "not an address": (sidecar("https://", ""), "note.yaml:5: `url` is 'example.org/losses', not a web address", "https://"),
    "known and inferred": (
        sidecar("inferred: null", "inferred: {value: 2025, basis: b, confidence: high}"), "note.yaml:14: `published` is known", "null",
    ),
    "alias": (sidecar("title: Losses mount", "title: &a Losses"), "note.yaml:3: `a` is a YAML anchor", "Write the value out"),
    "tag": (sidecar("title: Losses mount", "title: !!str Losses"), "note.yaml:3: `tag:yaml.org,2002:str` is a YAML tag", "plain value"),
    "not YAML": (sidecar("title: Losses", "title: 'Losses"), "seeds/texts/note.yaml:", "double quotes"),
    "nested": (sidecar("title: Losses mount", "title: [Losses]"), "note.yaml:3: `title` is a list", "one value"),
    "text not UTF-8": (text(b"one\ntwo \xe9\n"), "seeds/texts/note.txt:2: byte 8 (0xE9) is not UTF-8", "Save the file as UTF-8"),
    "sidecar not UTF-8": (file("texts/note.yaml", b"kind: \xff"), "note.yaml:1: byte 6 (0xFF) is not UTF-8", "UTF-8"),
    "byte order mark": (text(b"\xef\xbb\xbfone"), "note.txt:1: the file begins with a byte order mark", "without"),
    "carriage return": (text(b"one\r\ntwo"), "note.txt:1: the line ends with a carriage return", "LF"),
    "empty text": (text(b""), "seeds/texts/note.txt:1: the text is empty", "Paste"),
    "blank text": (text(b" \n\n"), "seeds/texts/note.txt:1: the text is empty", "Paste"),
    "web page": (text(b"<!doctype html><p>12 killed</p>"), "seeds/texts/note.txt: the text cannot be read: The text is HTML", "Extract"),
    "no sidecar": (file("texts/other.txt"), "seeds/texts/other.txt: the source `other` has no sidecar", "Add seeds/texts/other.yaml"),
    "no text": (file("texts/other.yaml"), "seeds/texts/other.yaml: the source `other` has no text", "Add seeds/texts/other.txt"),
    "one id by case": (file("texts/Note.txt"), "two sources have the id `note`", "Rename or delete"),
    "one id by suffix": (file("texts/note.yml"), "seeds/texts/note.yml: two sources have the id `note`: this file and note.yaml", "Rename"),
    "one id by suffix case": (file("texts/note.TXT"), "two sources have the id `note`", "Rename"),
    "no such kind of file": (file("texts/note.pdf"), "seeds/texts/note.pdf: this is neither a text nor a sidecar", "move it away"),
    "no id": (file("texts/my_note.txt"), "seeds/texts/my_note.txt: `my_note` is not an id", "hyphens"),
    "decisions of no source": (file("decisions/nota.csv"), "seeds/decisions/nota.csv: there is no source `nota`", "Name the file"),
    "another header": (decide(GOOD, "sha,table\n"), "note.csv:1: the header is not", "Write text_sha256,"),
    "text changed after review": (
        decide(GOOD.replace(SHA, "0" * 64)), "seeds/decisions/note.csv:2: seeds/texts/note.txt was changed after", "review the row again",
    ),
    "anchor off": (decide(GOOD.replace("14,23", "15,24")), "note.csv:2: the text at 15:24 reads 'bout 600 '", "Copy start"),
    "no such table": (decide(GOOD.replace("figures", "numbers")), "note.csv:2: `table` is 'numbers', which is not in its list", "figures"),
    "no such decision": (decide(GOOD.replace("accept", "keep")), "note.csv:2: `decision` is 'keep'", "accept, correct, reject, join"),
    "no reviewer": (decide(GOOD.replace("reader", " ")), "note.csv:2: `reviewer` is empty", "Say who"),
    "corrected code not in list": (
        decide(GOOD.replace("accept,,", "correct,measure,slain")), "note.csv:2: `measure` is 'slain', which is not in the list measure", "killed",
    ),
    "joined to nothing": (decide(GOOD.replace("accept,,", "join,item_id,")), "note.csv:2: `item_id` is empty", "Write the id"),
    "joined by another field": (
        decide(GOOD.replace("accept,,", "join,place,kursk")), "note.csv:2: `place` of figures joins nothing", "item_id of figures",
    ),
    "joined to no id": (decide(GOOD.replace("accept,,", "join,item_id,The Toll")), "note.csv:2: `item_id` is 'The Toll', which is not of the form", "Write the id"),
    "joined as a correction": (decide(GOOD.replace("accept,,", "correct,item_id,toll")), "note.csv:2: `item_id` is not a field of figures that", "reject"),
    "corrected anchor": (decide(GOOD.replace("accept,,", "correct,start,15")), "note.csv:2: `start` is not a field of figures that", "reject"),
    "short line": (decide("x,y"), "note.csv:2: the line has 2 cells", "double quotes"),
    "no such row": (
        decide(GOOD.replace(ANCHOR, "0,6,Losses")), "note.csv:2: no row of figures stands at 0:6 ('Losses')", "Delete the line",
    ),
    "decided twice": (decide(GOOD + "\n" + GOOD), "note.csv:3: line 2 has decided this already", "Keep one"),
    "kept and rejected": (
        decide(GOOD + "\n" + GOOD.replace("accept", "reject")), "note.csv:3: line 2 has decided this already", "Keep one",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_input(checkout, case):
    break_it, said, remedy = BAD[case]
    break_it(checkout)
    before = checkout.files()
    done = checkout.build()
    assert done.returncode == 1, done.stdout
    err = done.stderr
    assert said in err
    assert remedy in err.split(said)[1]
    assert err.count("\n") == 1, "one line, and no traceback"
    after = checkout.files()
    assert {path: data for path, data in after.items() if not path.startswith(".cache/")} == before


def test_what_was_published_stays_when_input_is_refused(checkout):
    assert checkout.build().returncode == 0
    published = checkout.files("data", "datapackage.json", "docs")
    sidecar("kind: article", "kind: blog")(checkout)
    done = checkout.build_apart()
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert checkout.files("data", "datapackage.json", "docs") == published


def test_no_seeds_is_wrong_use(tmp_path, checkout):
    done = checkout.build("--root", str(tmp_path / "nowhere"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no folder seeds" in done.stderr
