"""Schemas whose parts are written once."""

from __future__ import annotations

from jsonschema import Draft202012Validator

from builder.read.schema import FOLDER
from builder.read.schema_parts import with_parts

LONG = {"description": "A text that is long enough to be worth a name.", "type": "string"}
BLOCK = {"type": "object", "properties": {"note": LONG, "size": {"type": "integer"}}}
SCHEMA = {
    "type": "object",
    "properties": {"one": BLOCK, "other": BLOCK, "note": LONG, "small": {"type": "integer"}},
    "additionalProperties": False,
}


def test_what_stands_twice_is_written_once():
    made = with_parts(SCHEMA)
    assert made["properties"]["one"] == made["properties"]["other"] == {"$ref": "#/$defs/one"}
    assert made["$defs"]["one"]["properties"]["note"] == {"$ref": "#/$defs/note"}
    assert made["$defs"]["note"] == LONG
    assert made["properties"]["small"] == {"type": "integer"}
    assert made["additionalProperties"] is False


def test_it_accepts_and_refuses_the_same():
    whole, parts = Draft202012Validator(SCHEMA), Draft202012Validator(with_parts(SCHEMA))
    for value in ({}, {"one": {"note": "x"}}, {"one": {"note": 1}}, {"two": 1}, {"small": "x"}):
        assert whole.is_valid(value) == parts.is_valid(value), value


def test_two_parts_of_one_name_are_told_apart():
    other = {**LONG, "description": "Another text that is long enough to be worth a name."}
    blocks = [
        {"properties": {"note": part}, "title": str(n)} for n, part in enumerate([LONG, other] * 2)
    ]
    made = with_parts({"anyOf": blocks})
    assert sorted(made["$defs"]) == ["note", "note-2"]


def test_nothing_twice_needs_no_parts():
    assert with_parts({"properties": {"a": LONG}}) == {"properties": {"a": LONG}}


def test_no_schema_is_large():
    assert max(path.stat().st_size for path in FOLDER.glob("*.json")) < 80_000
