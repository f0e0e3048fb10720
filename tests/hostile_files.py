"""Two hundred files that break the rules of their formats, each made by a few lines, and ten good ones in all formats: `write(folder)`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from tests.cli.conftest import AGREEMENT
from tests.reading.writers import WRITERS, pieces

ROOT = Path(__file__).parents[1]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = "<!DOCTYPE x [<!ENTITY l0 'ha'>" + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
BAD = 200


def write(folder: Path) -> None:
    """Write them all; the good ones are called `good-…`, the others `bad-…`."""
    paths = sorted((ROOT / "corpus").glob("nn-*.txt"))[:10]
    for number, (path, kind) in enumerate(zip(paths, cycle(WRITERS), strict=False)):
        (folder / f"good-{number}.{kind}").write_bytes(WRITERS[kind](pieces(path)))
    bad = list(hostile(pieces(paths[0])))
    assert len(bad) >= BAD
    for number, (ending, data) in enumerate(bad[:BAD]):
        (folder / f"bad-{number:03}{ending}").write_bytes(data)


def hostile(document: list[object]) -> Iterator[tuple[str, bytes]]:
    """Ending and bytes of each, the made ones first, then spoilt copies of good ones in every format."""
    yield from _texts()
    yield from _archives()
    yield from _pdfs()
    yield from _nested()
    made = {f".{kind}": write(document) for kind, write in WRITERS.items()}
    for tenth in range(1, 10):
        for ending, data in made.items():
            yield ending, data[: len(data) * tenth // 10]
    small = AGREEMENT.encode("utf-16")
    yield from ((".txt", small[:end]) for end in range(10, len(small), 10))
    for bit in range(40):
        for ending, data in made.items():
            yield ending, _flipped(data, bit)


def _flipped(data: bytes, seed: int) -> bytes:
    """The bytes with a bit turned over in about every hundredth."""
    spoilt = bytearray(data)
    for at in range(seed * 7 % 100, len(spoilt), 97 + seed):
        spoilt[at] ^= 1 << (at + seed) % 8
    return bytes(spoilt)


def _texts() -> Iterator[tuple[str, bytes]]:
    yield ".txt", AGREEMENT.encode("utf-16-le")
    yield ".txt", AGREEMENT.encode("utf-16-be")
    yield ".txt", AGREEMENT.replace("Formål", "Form\ud83dål").encode("utf-8", "surrogatepass")
    yield ".txt", AGREEMENT.replace(" ", "\0").encode()
    yield ".txt", b"\0" * 1_000_000
    yield ".txt", b""
    yield ".txt", "".join(f"{number}. Formål\n\nTekst.\n\n" for number in range(100_000)).encode()
    yield ".md", "".join(f"# Formål {number}\n\n" for number in range(100_000)).encode()
    yield ".txt", (AGREEMENT + "\x1b[2J\x1b]0;eid\x07" * 100).encode()
    yield ".txt", b"a" * 2_000_000
    yield ".txt", b"(" * 200_000
    yield ".txt", ("Ordføreren og " * 50_000).encode()
    yield ".txt", b"1." * 200_000
    yield ".txt", ("|" * 1000 + "\n").encode() * 200
    part = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    yield ".eml", b"From: a@b.no\r\nSubject: x\r\n" + part + (b"--b\r\n" + part) * 20_000


def _archives() -> Iterator[tuple[str, bytes]]:
    body = f'<w:document xmlns:w="{WORD}"><w:body>%s</w:body></w:document>'
    yield ".docx", zipped({"word/document.xml": bytes(200 << 20)})
    yield ".docx", zipped({"word/document.xml": LAUGHS + body % "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>"})
    yield ".docx", zipped({"word/document.xml": body % ("<w:p>" * 50_000)})
    yield ".docx", zipped({"word/document.xml": body % "<w:tbl><w:tr><w:tc>" * 300})
    yield ".docx", zipped({"word/document.xml": "", "../../utenfor": "x"})
    yield ".odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": bytes(200 << 20)})
    yield ".odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": LAUGHS + "<x>&l9;</x>"})
    yield ".odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x>" * 50_000})
    yield ".odt", zipped({f"{number}": "" for number in range(20_000)})
    yield ".docx", b"PK\x03\x04" + b"\xff" * 1000


def _pdfs() -> Iterator[tuple[str, bytes]]:
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    yield ".pdf", pdf("<< /Type /Pages /Kids [2 0 R] /Count 1 >>")
    yield ".pdf", pdf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>")
    yield ".pdf", pdf("2 0 R")
    yield ".pdf", pdf("<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", page)
    yield ".pdf", pdf("<< /Type /Pages /Kids [" + "3 0 R " * 3000 + "] /Count 3000 >>", page)
    yield ".pdf", pdf("[" * 100_000)
    yield ".pdf", b"%PDF-1.7\n"
    yield ".pdf", b"%PDF-1.7\nstartxref\n9\n%%EOF"


def _nested() -> Iterator[tuple[str, bytes]]:
    yield ".html", b"<!doctype html>" + b"<div>" * 100_000 + b"Avtale"
    yield ".html", b"<!doctype html>" + b"<table><tr><td>" * 20_000
    yield ".html", b"<!doctype html><h1>" + b"&#x1b;[2J" * 10_000
    yield ".rtf", b"{\\rtf1 " + b"{" * 200_000
    yield ".rtf", b"{\\rtf1 " + b"\\u55357?" * 20_000 + b"}"
    yield ".rtf", b"{\\rtf1 " + b"\\bin2000000000 x}" * 10


def zipped(members: dict[str, str | bytes]) -> bytes:
    """An archive of these files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def pdf(*objects: str) -> bytes:
    """A PDF whose object 1 is the catalogue, with these as object 2, 3 …"""
    numbered = ["<< /Type /Catalog /Pages 2 0 R >>", *objects]
    body = "".join(f"{number} 0 obj\n{value}\nendobj\n" for number, value in enumerate(numbered, 1))
    return f"%PDF-1.7\n{body}trailer << /Root 1 0 R /Size {len(numbered) + 1} >>\n%%EOF".encode()
