"""Write the files of a contribution: all of them or none, and never over what somebody wrote."""

import os
import shutil
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path

from conflict_figures.errors import InputError


def files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write new files into a folder that may hold others.

    Raises:
        InputError: one of them is there already; none is written then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taken = {path.name.casefold(): path for path in folder.iterdir()}
    for name in contents:
        if name.casefold() in taken:
            raise _taken(taken[name.casefold()])
    written: list[Path] = []
    beside = {name: folder / f".{name}.{uuid.uuid4().hex[:8]}" for name in contents}
    try:
        for name, data in contents.items():
            beside[name].write_bytes(data)
        for name, path in beside.items():
            # unlike a rename, a link refuses a name that somebody took in the meantime
            try:
                os.link(path, folder / name)
            except FileExistsError:
                raise _taken(folder / name) from None
            except OSError:
                # some disks have no links; there the moment between this look and the rename is open
                if (folder / name).exists():
                    raise _taken(folder / name) from None
                os.rename(path, folder / name)
            written.append(folder / name)
    except BaseException:
        for path in written:
            path.unlink()
        raise
    finally:
        for path in beside.values():
            path.unlink(missing_ok=True)


def folder(target: Path, contents: Mapping[str, bytes], keep: Mapping[str, bytes] | None = None) -> None:
    """Write a new folder, or put the files of a folder in place of others.

    Args:
        target: the folder.
        contents: every file that it is to hold.
        keep: what the folder was seen to hold, if it is to be replaced; None if there must be none.

    Raises:
        InputError: there is a folder, or it changed since it was seen; nothing is written then.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    stage = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}")
    try:
        stage.mkdir()
        for name, data in contents.items():
            (stage / name).write_bytes(data)
        if keep is None:
            if target.exists():
                raise _taken(target)
            os.rename(stage, target)
            return
        old = stage.with_name(f"{stage.name}.old")
        if seen(target) != keep:
            raise InputError("the folder was changed meanwhile", path=str(target), remedy="Run the command again")
        os.rename(target, old)
        try:
            os.rename(stage, target)
        except BaseException:
            os.rename(old, target)
            raise
        shutil.rmtree(old)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def replace(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file, whole or piece by piece, so that it is there whole or as it was before."""
    beside = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    try:
        with open(beside, "wb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def seen(target: Path) -> dict[str, bytes]:
    """Return the files that a folder holds now, hidden ones too.

    Raises:
        InputError: it holds a folder or a link, which no batch does.
    """
    found = {}
    for path in sorted(target.iterdir()):
        if path.is_symlink() or not path.is_file():
            raise InputError("this is no plain file", path=str(path), remedy="Move it away; a batch holds plain files only")
        found[path.name] = path.read_bytes()
    return found


def _taken(path: Path) -> InputError:
    return InputError("this is there already, and nothing was written over it", path=str(path), remedy="Choose another name, or move it away")
