"""Writing a file so that nothing half-written ever stands in its place."""

from __future__ import annotations

import glob
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_PART = ".part"


@contextmanager
def write_atomically(path: Path, *, keep: bool = False) -> Iterator[IO[bytes]]:
    """A file to write to, which takes the place of `path` when the block ends well and is gone when it does not.

    With `keep` it stays, as one of the `parts` of the path. A link is followed, and a pipe or a device is written to as it is.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            yield file
        return
    prefix, suffix = (f"{path.name}.", _PART) if keep else (f".{path.name}.", "")
    descriptor, name = tempfile.mkstemp(suffix, prefix, path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        if not keep or os.path.getsize(name) == 0:
            Path(name).unlink(missing_ok=True)
        raise


def parts(path: Path) -> list[Path]:
    """What runs that did not end well left of a file, oldest first."""
    path = Path(os.path.realpath(path))
    left = path.parent.glob(f"{glob.escape(path.name)}.{'?' * 8}{_PART}")
    return sorted(left, key=lambda part: (part.stat().st_mtime_ns, part))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
