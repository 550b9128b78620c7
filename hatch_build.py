"""Add the schemas and the Parquet tables to the wheel, so that an installed package works offline.

A plain ``force-include`` would do for ``schemas/``, but it takes whole folders only: it would carry
the CSV twins of every table too, and it would fail in a checkout where nothing was published yet.
"""

from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PublishedData(BuildHookInterface):
    """Maps files of the checkout to where ``conflict_figures._paths`` looks for them in a package."""

    def initialize(self, version: str, build_data: dict) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        include = build_data["force_include"]
        for path in sorted((root / "schemas").rglob("*")):
            if path.suffix in (".json", ".csv"):
                include[str(path)] = f"conflict_figures/_schemas/{path.relative_to(root / 'schemas').as_posix()}"
        tables = sorted((root / "data").glob("*.parquet"))
        if not tables:
            raise FileNotFoundError("data/ holds no Parquet table. Run make data, then build the wheel.")
        for path in tables:
            include[str(path)] = f"conflict_figures/_data/{path.name}"
        include[str(root / "datapackage.json")] = "conflict_figures/_data/datapackage.json"
        for path in sorted((root / "releases").glob("*")):
            if path.suffix in (".zip", ".json"):
                include[str(path)] = f"conflict_figures/_releases/{path.name}"
