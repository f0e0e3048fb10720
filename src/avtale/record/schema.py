"""The record's JSON Schema, made from the models."""

from __future__ import annotations

from typing import Any

from avtale.record.models import Agreement


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one record."""
    schema = Agreement.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
