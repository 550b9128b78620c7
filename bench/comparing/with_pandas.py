"""Compare two tables of figures as one does with pandas: ``python with_pandas.py OLD NEW``; prints how many rows came, went and changed."""

import sys
from pathlib import Path

import pandas as pd

KEY = "figure_id"


def read(folder: Path) -> pd.DataFrame:
    """Read the table of a folder, Parquet or CSV."""
    path = folder / "figures.parquet"
    return pd.read_parquet(path) if path.is_file() else pd.read_csv(folder / "figures.csv", low_memory=False)


def main(old: Path, new: Path) -> None:
    """Print what differs."""
    before, after = read(old), read(new)
    both = before[[KEY]].merge(after[[KEY]], on=KEY, how="outer", indicator=True)
    counts = both["_merge"].value_counts()
    kept = both.loc[both["_merge"] == "both", KEY]
    # compare() asks for the same codes on both sides
    left, right = (one.set_index(KEY).loc[kept].astype({name: "object" for name in one.select_dtypes("category")}) for one in (before, after))
    cells = left.compare(right, align_axis=0)
    print(int(counts["right_only"]), int(counts["left_only"]), len(cells) // 2)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
