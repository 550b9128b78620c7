"""Let mlcroissant, the reference reader, judge the Croissant file of a release: ``python bench/croissant.py RELEASE.zip``.

It reads every table through ``croissant.json`` and compares the number of rows with the descriptor. mlcroissant brings along 150 MB, so
it is installed by whoever runs this: ``pip install --require-hashes -r bench/croissant.txt`` in an environment of its own.
Exit code: 0 all is read, 1 something is not.
"""

import json
import sys
import tempfile
import zipfile
from pathlib import Path


def judge(folder: Path) -> list[str]:
    """Return what is wrong with the release in a folder; an empty list where nothing is."""
    import mlcroissant

    dataset = mlcroissant.Dataset(jsonld=folder / "croissant.json")
    wrong = [str(issue) for issue in (*dataset.metadata.ctx.issues.errors, *dataset.metadata.ctx.issues.warnings)]
    for resource in json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        rows = sum(1 for _ in dataset.records(resource["name"]))
        print(f"{resource['name']}: {rows:,} rows")
        if rows != resource["rowCount"]:
            wrong.append(f"{resource['name']} has {resource['rowCount']:,} rows")
    return wrong


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as place, zipfile.ZipFile(arguments[0]) as archive:
        archive.extractall(place)
        (folder,) = Path(place).iterdir()
        wrong = judge(folder)
    print("\n".join(wrong) or "mlcroissant finds nothing wrong")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
