"""Bytes to documents: encodings, limits, and what is said of each input."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from pathlib import Path

import pytest

from avtale.reading import Limits, ReadingError, display_path, encodable, read_bytes, read_file

TEXT = "Samarbeidsavtale på bokmål – «politiråd»\r\n\tog slikt\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encoding_is_told_from_the_bytes(codec: str) -> None:
    document = read_bytes(TEXT.encode(codec))
    assert (document.text, document.encoding) == (TEXT, codec)


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_byte_order_mark_decides(mark: bytes) -> None:
    codec = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    document = read_bytes(mark + TEXT.encode(codec))
    assert (document.text, document.encoding) == (TEXT, "utf-16")


def test_latin_1_where_cp1252_has_no_letter() -> None:
    assert read_bytes(b"r\xe5d \x81").encoding == "latin-1"


def test_encoding_makes_the_text_from_the_bytes() -> None:
    for data in (TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.encode("utf-16"), TEXT.encode("cp1252"), b"r\xe5d \x81"):
        document = read_bytes(data)
        assert document.encoding
        assert data.decode(document.encoding) == document.text


def test_text_is_untouched_but_for_the_byte_order_mark() -> None:
    text = "a\r\nb\rc\u2028d\u00a0\u00ad \ufeffe\f"
    assert read_bytes(text.encode()).text == text
    assert read_bytes(b"\xef\xbb\xbf" + text.encode()).text == text


def test_facts_about_the_source() -> None:
    data = TEXT.encode()
    document = read_bytes(data, path="a.txt")
    assert (document.path, document.size, document.media_type, document.pages) == ("a.txt", len(data), "text/plain", None)
    assert document.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\t\f", "empty"),
        (b"\xff\xfe", "empty"),
        (b"PK\x03\x04", "damaged"),
        (b"a\0b", "binary"),
        ("på bokmål".encode() + b"\xe5", "undecodable"),
        (b"\xef\xbb\xbf\xe5", "undecodable"),
        (b"\xff\xfea\0b", "undecodable"),
        (b"a" * (Limits().size + 1), "too_large"),
    ],
    ids=["nothing", "blank", "mark", "zip", "null", "half utf-8", "marked utf-8", "half utf-16", "large"],
)
def test_bytes_that_give_no_document(data: bytes, code: str) -> None:
    with pytest.raises(ReadingError) as raised:
        read_bytes(data)
    assert raised.value.code == code
    assert str(raised.value) == raised.value.message


def test_file_is_read_by_any_kind_of_path(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Avtale", encoding="utf-8")
    assert read_file(path) == read_file(str(path))
    assert read_file(path).path == str(path)


def test_folder_and_device_are_no_files(tmp_path: Path) -> None:
    for path in (tmp_path, os.devnull):
        with pytest.raises(ReadingError) as raised:
            read_file(path)
        assert raised.value.code == "not_a_file"


def test_path_with_a_null_character_cannot_be_read() -> None:
    with pytest.raises(ReadingError) as raised:
        read_file("a\0b")
    assert raised.value.code == "unreadable"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"R\xe5d")))
    document = read_file("-")
    assert (document.text, document.path) == ("Råd", "-")


@pytest.mark.parametrize(("path", "shown"), [("bokmål.txt", "bokmål.txt"), ("a\tb\x1b", "a\\x09b\\x1b"), (os.fsdecode(b"a\xe5"), "a\\xe5")])
def test_path_is_shown_so_that_it_can_be_printed(path: str, shown: str) -> None:
    assert display_path(path) == shown


def test_encodable_text_keeps_its_length() -> None:
    assert encodable("å🙂") == "å🙂"
    assert encodable("a\ud83db\udce5\ud83d\ude42") == "a\ufffdb\ufffd\ufffd\ufffd"
