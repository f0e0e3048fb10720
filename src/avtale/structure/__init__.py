"""From a view to its outline: lines told apart as headings, list entries, table rows and prose, and the tree of sections."""

from avtale.structure.block import Block, Kind, Listing, Section
from avtale.structure.outline import Outline, outline

__all__ = ["Block", "Kind", "Listing", "Outline", "Section", "outline"]
