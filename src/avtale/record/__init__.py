"""The record: the contract in code."""

from avtale.record.models import Agreement
from avtale.record.schema import json_schema

__all__ = ["Agreement", "json_schema"]
