"""The record as dictionaries, held against its JSON Schema by pydantic-core.

The models are the contract, and the schema is made from them. Who only writes a record does without them, since they take longer to import and
to build than an agreement takes to be read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from pydantic_core import CoreSchema, SchemaValidator, core_schema, from_json

SCHEMA = Path(__file__).with_name("avtale-1.0.schema.json")


def validated(record: dict[str, Any]) -> dict[str, Any]:
    """The record with every field in its place: what `model_dump` gives of the models.

    Raises:
        pydantic_core.ValidationError: it does not fit the schema.
    """
    valid: dict[str, Any] = _validator().validate_python(record)
    return valid


@cache
def _validator() -> SchemaValidator:
    schema = from_json(SCHEMA.read_bytes())
    return SchemaValidator(core_schema.definitions_schema(_object(schema), [_object(part, name) for name, part in schema["$defs"].items()]))


def _object(schema: dict[str, Any], name: str | None = None) -> CoreSchema:
    fields = {field: core_schema.typed_dict_field(_field(part), required="default" not in part) for field, part in schema["properties"].items()}
    return core_schema.typed_dict_schema(fields, extra_behavior="forbid", ref=name)


def _field(schema: dict[str, Any]) -> CoreSchema:
    """What a field holds, and what it has where nothing is given."""
    if "default" not in schema:
        return _value(schema)
    default = schema["default"]
    return core_schema.with_default_schema(_value(schema), default=tuple(default) if isinstance(default, list) else default)


def _value(schema: dict[str, Any]) -> CoreSchema:
    match schema:
        case {"$ref": reference}:
            return core_schema.definition_reference_schema(reference.rpartition("/")[2])
        case {"anyOf": [value, {"type": "null"}]}:
            return core_schema.nullable_schema(_value(value))
        case {"anyOf": values}:
            return core_schema.union_schema([_value(value) for value in values])
        case {"enum": values}:
            return core_schema.literal_schema(values)
        case {"const": value}:
            return core_schema.literal_schema([value])
    return _TYPES[schema["type"]](schema)


_TYPES: dict[str, Callable[[dict[str, Any]], CoreSchema]] = {
    "array": lambda schema: core_schema.tuple_schema([_value(schema["items"])], variadic_item_index=0),
    "string": lambda schema: core_schema.str_schema(pattern=schema.get("pattern")),
    "number": lambda schema: core_schema.float_schema(ge=schema.get("minimum"), le=schema.get("maximum")),
    "integer": lambda _: core_schema.int_schema(),
    "boolean": lambda _: core_schema.bool_schema(),
}
"""What a value of each type is to be. Whatever else the models come to ask of one is to be added here: a test tells."""
