"""Zip archives that documents come in, opened within limits, and their XML, parsed without entities."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from typing import Any
from xml.parsers import expat

from lxml import etree

from avtale.reading.document import ReadingError
from avtale.reading.limits import check_depth, limits

MEMBERS = 4096
"""Files in an archive."""
SMALL = 8 * 1024 * 1024
"""Bytes up to which the ratio does not matter."""
LONGEST_XML = 64 * 1024 * 1024
"""Bytes of the largest XML file in an archive."""


def open_archive(data: bytes) -> zipfile.ZipFile:
    """An archive whose directory keeps to the limits. What is unpacked is never more than the directory says.

    Raises:
        ReadingError: `too_large`, `encrypted`, `unpacks_too_large`, `ratio_too_large`.
    """
    archive = zipfile.ZipFile(io.BytesIO(data))
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise ReadingError("encrypted", "the document is protected by a password")
    unpacked = sum(member.file_size for member in members)
    if len(members) > MEMBERS:
        raise ReadingError("too_large", f"an archive of {len(members)} files, more than the {MEMBERS} that are read")
    if unpacked > limits().unpacked:
        raise ReadingError("unpacks_too_large", f"{unpacked} bytes unpacked, more than the {limits().unpacked} that are read")
    if unpacked > SMALL and unpacked > limits().ratio * len(data):
        raise ReadingError("ratio_too_large", f"{unpacked} bytes unpacked from {len(data)}, more than {limits().ratio} times as many")
    largest = max((member.file_size for member in members if member.filename.endswith(".xml")), default=0)
    if largest > LONGEST_XML:
        raise ReadingError("too_large", f"{largest} bytes of XML, more than the {LONGEST_XML} that are read")
    return archive


def parse_xml(data: bytes) -> Any:
    """The root of an XML document: no entity is expanded, nothing outside is looked up.

    Raises:
        ReadingError: those of `check_xml`.
    """
    check_xml(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data, parser)


def check_xml(data: bytes) -> None:
    """Go through an XML document before a tree is made of it. What is no XML is for the one who reads it to tell.

    Raises:
        ReadingError: `entities` where it declares a document type, and could declare entities; `too_deep`.
    """
    guard = _Guard()
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = guard.doctype
    parser.StartElementHandler = guard.start
    parser.EndElementHandler = guard.end
    with suppress(expat.ExpatError):
        parser.Parse(data, True)


class _Guard:
    """Stops a parser where a document goes too deep or declares a type."""

    def __init__(self) -> None:
        self.depth = 0

    def doctype(self, *_declared: object) -> None:
        raise ReadingError("entities", "XML with a document type declaration, which office documents never have")

    def start(self, *_element: object) -> None:
        self.depth += 1
        check_depth(self.depth)

    def end(self, _name: str) -> None:
        self.depth -= 1
