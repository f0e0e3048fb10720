"""Tesseract: the picture of a page to words and where they stand, by its command. Norwegian data reads bokmål and nynorsk."""

from __future__ import annotations

import ctypes
import io
import os
import subprocess
import sys
from collections.abc import Callable

from PIL import Image

from avtale.reading.document import ReadingError
from avtale.reading.hocr import turned, words_of
from avtale.reading.limits import limits
from avtale.reading.page import Word
from avtale.reading.rulings import without_rules

LONGEST = 3508
"""Pixels of the longer side of a page as it is recognised at most: A4 at 300 dpi."""
_PALE = 192
"""Grey that no spot is darker than on a page with nothing on it."""
_COMMAND = ("tesseract", "stdin", "stdout", "-l", "nor", "--psm", "1", "hocr")
"""`--psm 1`: find columns and how the page is turned."""
_KILLED_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of Linux's prctl."""
_SIGKILL = 9
_TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}


def recognise(image: Image.Image, height: float) -> list[Word]:
    """The words on a picture of a page, in points, in the order in which they are read.

    `height` is how many points the longer side of the picture stands for.

    Raises:
        ReadingError: `missing_tesseract`, `timeout`, `crashed`.
    """
    if max(image.size) > LONGEST:
        image.thumbnail((LONGEST, LONGEST))
    if not any(image.histogram()[:_PALE]):
        return []
    image = without_rules(image)
    answer = _hocr(image)
    if turn := _TURNS.get(turned(answer)):
        image = image.transpose(turn)
        answer = _hocr(image)
    return words_of(answer, image, height / max(image.size))


def _hocr(image: Image.Image) -> bytes:
    picture = io.BytesIO()
    image.save(picture, "PPM")
    try:
        done = subprocess.run(
            _COMMAND,
            input=picture.getvalue(),
            capture_output=True,
            timeout=limits().seconds,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # its threads wait for each other more than they work
            preexec_fn=_last_will(),
            check=False,
        )
    except FileNotFoundError:
        raise _missing() from None
    except subprocess.TimeoutExpired:
        raise ReadingError("timeout", f"not read within {limits().seconds:g} seconds") from None
    if done.returncode and b"traineddata" in done.stderr:
        raise _missing()
    if done.returncode:
        raise ReadingError("crashed", f"Tesseract ended with {done.returncode}")
    return done.stdout


def _missing() -> ReadingError:
    return ReadingError("missing_tesseract", "scans are read by Tesseract with Norwegian data: apt install tesseract-ocr tesseract-ocr-nor")


def _last_will() -> Callable[[], object] | None:
    """What the command does first: make sure that it dies with this process, which may be killed. Linux alone has a way."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(_KILLED_WITH_PARENT, _SIGKILL)
