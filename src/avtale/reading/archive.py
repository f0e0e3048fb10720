"""Zip archives that documents come in, opened within limits, and their XML, parsed without entities."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from avtale.reading.document import ReadingError
from avtale.reading.limits import limits

MEMBERS = 4096
"""Files in an archive."""
SMALL = 8 * 1024 * 1024
"""Bytes up to which the ratio does not matter."""
LONGEST_XML = 64 * 1024 * 1024
"""Bytes of the largest XML file in an archive."""


def open_archive(data: bytes) -> zipfile.ZipFile:
    """An archive whose directory keeps to the limits. What is unpacked is never more than the directory says.

    Raises:
        ReadingError: `too_large`, `encrypted`.
    """
    archive = zipfile.ZipFile(io.BytesIO(data))
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise ReadingError("encrypted", "the document is protected by a password")
    unpacked = sum(member.file_size for member in members)
    if len(members) > MEMBERS:
        raise ReadingError("too_large", f"an archive of {len(members)} files, more than the {MEMBERS} that are read")
    if unpacked > limits().unpacked or (unpacked > SMALL and unpacked > limits().ratio * len(data)):
        raise ReadingError("unpacks_too_large", f"{unpacked} bytes unpacked from {len(data)}, more than is read")
    largest = max((member.file_size for member in members if member.filename.endswith(".xml")), default=0)
    if largest > LONGEST_XML:
        raise ReadingError("too_large", f"{largest} bytes of XML, more than the {LONGEST_XML} that are read")
    return archive


def parse_xml(data: bytes) -> Any:
    """The root of an XML document: no entity is expanded, nothing outside is looked up, depth is limited by libxml2 (256).

    Raises:
        ReadingError: `entities` where the document declares any.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadingError("entities", "XML with a document type declaration, which office documents never have")
    return root
