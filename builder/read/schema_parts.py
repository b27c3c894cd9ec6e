"""A schema with each part written once: what occurs in several places moves to `$defs`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

Schema = dict[str, Any]

_MAPS = ("properties",)
_LISTS = ("allOf", "anyOf", "oneOf")
_SINGLE = ("items", "additionalProperties", "if", "then")
_SMALL = 60
"""Characters of a part that a reference to it would not make shorter."""


def with_parts(schema: Schema) -> Schema:
    """The same schema, in which equal parts are references to one of `$defs`."""
    uses: Counter[str] = Counter()
    names: dict[str, str] = {}
    _count(schema, "", uses, names)
    chosen = {text for text, count in uses.items() if count > 1 and len(text) > _SMALL}
    labels = _labels({text: names[text] for text in names if text in chosen})
    defs: Schema = {}

    def place(part: Any) -> Any:  # noqa: ANN401 - a schema may be `true`
        text = _text(part)
        if text not in labels:
            return _mapped(part, place)
        name = labels[text]
        if name not in defs:
            defs[name] = {}
            defs[name] = _mapped(part, place)
        return {"$ref": f"#/$defs/{name}"}

    whole = _mapped(schema, place)
    return {**whole, "$defs": dict(sorted(defs.items()))} if defs else whole


def _text(part: Any) -> str:  # noqa: ANN401 - a schema may be `true`
    return json.dumps(part, ensure_ascii=False)


def _count(part: Schema, name: str, uses: Counter[str], names: dict[str, str]) -> None:
    """Count in how many places each part stands; what is in a part counts once for all of its."""
    for key, child in _parts(part):
        if not isinstance(child, dict):
            continue
        text = _text(child)
        uses[text] += 1
        if uses[text] == 1:
            names[text] = key or name
            _count(child, key or name, uses, names)


def _parts(schema: Schema) -> Iterator[tuple[str, Any]]:
    """The schemas directly inside a schema, each with the key of a map that it describes."""
    for kind, value in schema.items():
        if kind in _MAPS:
            yield from value.items()
        elif kind in _LISTS:
            yield from (("", part) for part in value)
        elif kind in _SINGLE:
            yield "", value


def _mapped(schema: Any, change: Callable[[Any], Any]) -> Any:  # noqa: ANN401
    """The schema with `change` made to every schema directly inside it."""
    if not isinstance(schema, dict):
        return schema
    made: Schema = {}
    for kind, value in schema.items():
        if kind in _MAPS:
            made[kind] = {key: change(part) for key, part in value.items()}
        elif kind in _LISTS:
            made[kind] = [change(part) for part in value]
        else:
            made[kind] = change(value) if kind in _SINGLE else value
    return made


def _labels(names: dict[str, str]) -> dict[str, str]:
    """A name of its own for each part: that of the key it describes first, then with a number."""
    taken: Counter[str] = Counter()
    found: dict[str, str] = {}
    for text, name in names.items():
        taken[name] += 1
        found[text] = name if taken[name] == 1 else f"{name}-{taken[name]}"
    return found
