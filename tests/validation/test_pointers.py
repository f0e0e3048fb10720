"""Pointers into JSON, whatever it is and however it is laid out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from avtale.validation.pointers import stretch_of

KEYS = st.text(st.characters(codec="utf-8"), max_size=5).filter(lambda key: "/" not in key)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=20)


def pointed(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every value within a value, with its pointer."""
    yield pointer, value
    if isinstance(value, (dict, list)):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from pointed(part, f"{pointer}/{key}")


@given(VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_each_value_is_found_where_it_stands(value: Any, indent: int | None, escaped: bool) -> None:
    text = "\n " + json.dumps(value, indent=indent, ensure_ascii=escaped) + "\n"
    for pointer, part in pointed(value):
        start, end = stretch_of(text, 2, pointer)
        assert json.loads(text[start:end]) == part
