"""JSON Schemas of the YAML an author writes, for editors.

The readers themselves are the source: each is run once over a recorder that answers with
defaults and notes every key asked for. `python -m builder.read.schema` writes the files.
"""

# ruff: noqa: D102 - `Fields` describes the methods

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from builder.model.parts import Ref
from builder.read import lesson
from builder.read.cohort import cohort
from builder.read.course import course_file, module_file
from builder.read.facilitator import facilitator
from builder.read.quiz import quiz
from builder.read.schema_parts import with_parts
from builder.read.takeaway import takeaway
from builder.read.workshop import workshop
from builder.read.yaml_nodes import MapNode
from builder.read.yaml_shapes import Log
from builder.read.yaml_value import Fields

FOLDER = Path(__file__).parent.parent / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

_WORD = r'(?:"[\w-]*"|null|true|false|\d+)'
_WORDS = re.compile(rf"\[\s+{_WORD}(?:,\s+{_WORD})*\s+\]")

T = TypeVar("T")
Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_TEXTS: Schema = {"oneOf": [_TEXT, {"type": "array", "items": _TEXT}]}


class Recorder(Fields):
    """Fields that note what they are asked for and answer with defaults."""

    __slots__ = ("needed", "properties", "required", "rules")

    def __init__(self) -> None:
        super().__init__(MapNode(1, 1), Log("schema"))
        self.properties: Schema = {}
        self.required: list[str] = []
        self.rules: list[Schema] = []
        self.needed: list[Schema] = []

    def schema(self) -> Schema:
        """What was asked for, as the schema of a block."""
        schema: Schema = {"type": "object", "properties": self.properties}
        if self.required:
            schema["required"] = self.required
        if self.rules:
            schema["allOf"] = [*self.rules, *self.needed]
            return schema
        if self.needed:
            schema["allOf"] = self.needed
        schema["additionalProperties"] = False
        return schema

    def _note(self, key: str, schema: Schema, about: str, required: bool = False) -> None:
        described = {"description": about, **schema} if about else schema
        # A key without a value counts as not given; only a required one must have one.
        self.properties[key] = described if required else _nullable(described)
        if required:
            self.required.append(key)

    def text(self, key: str, about: str = "", *, default: str = "", required: bool = False) -> str:
        self._note(key, _TEXT, about, required)
        return default

    def optional_text(self, key: str, about: str = "") -> str | None:
        self._note(key, _TEXT, about)
        return None

    def texts(self, key: str, about: str = "") -> tuple[str, ...]:
        self._note(key, _TEXTS, about)
        return ()

    def address(self, key: str, about: str = "") -> str:
        self._note(key, {"type": "string", "pattern": "^https?://"}, about)
        return ""

    def ref(self, key: str, about: str = "") -> Ref | None:
        self._note(key, _TEXT, about)
        return None

    def refs(self, key: str, about: str = "") -> tuple[Ref, ...]:
        self._note(key, _TEXTS, about)
        return ()

    def integer(
        self,
        key: str,
        about: str = "",
        *,
        low: int = 0,
        high: int = 1_000_000,
        required: bool = False,
    ) -> int | None:
        self._note(key, {"type": "integer", "minimum": low, "maximum": high}, about, required)
        return None

    def number(
        self, key: str, about: str = "", *, low: float = 0, high: float = 1_000_000
    ) -> float | None:
        self._note(key, {"type": "number", "minimum": low, "maximum": high}, about)
        return None

    def flag(
        self, key: str, about: str = "", *, default: bool = False, required: bool = False
    ) -> bool:
        self._note(key, {"type": "boolean"}, about, required)
        return default

    def require_one_of(self, *keys: str) -> None:
        self.needed.append({"anyOf": [{"required": [key]} for key in keys]})

    def choice(
        self,
        key: str,
        options: Sequence[str],
        about: str = "",
        *,
        default: str = "",
        required: bool = False,
    ) -> str:
        self._note(key, {"enum": [str(option) for option in options]}, about, required)
        return default

    def choices(self, key: str, options: Sequence[str], about: str = "") -> tuple[str, ...]:
        word: Schema = {"enum": [str(option) for option in options]}
        self._note(key, {"oneOf": [word, {"type": "array", "items": word}]}, about)
        return ()

    def items(
        self,
        key: str,
        read: Callable[[Fields], T],
        about: str = "",
        *,
        short: str = "",
        required: bool = False,
    ) -> tuple[T, ...]:
        block = _or_text(record(read), short)
        self._note(key, {"type": "array", "items": block}, about, required)
        return ()

    def nested(
        self, key: str, read: Callable[[Fields], T], about: str = "", *, short: str = ""
    ) -> T | None:
        self._note(key, _or_text(record(read), short), about)
        return None

    def some(
        self, key: str, read: Callable[[Fields], T], about: str = "", *, short: str = ""
    ) -> tuple[T, ...]:
        block = _or_text(record(read), short)
        self._note(key, {"anyOf": [block, {"type": "array", "items": block}]}, about)
        return ()

    def named(
        self,
        key: str,
        read: Callable[[Fields], T],
        about: str = "",
        *,
        short: str,
        name: str = "id",
        alone: bool = False,
    ) -> tuple[T, ...]:
        block = record(read)
        rest = {k: v for k, v in block["properties"].items() if k != name}
        value = _or_text({**block, "properties": rest, "required": []}, short)
        pair = {"type": "object", "additionalProperties": value}
        single = {**pair, "minProperties": 1, "maxProperties": 1}
        entries = {"type": "array", "items": {"anyOf": [_TEXT, block, single]}}
        forms = [_TEXT, pair, entries] if alone else [pair, entries]
        self._note(key, {"anyOf": forms}, about)
        return ()

    def words(self, key: str, options: Sequence[str], about: str = "") -> dict[str, str]:
        values = {"enum": [str(option) for option in options]}
        self._note(key, {"type": "object", "additionalProperties": values}, about)
        return {}

    def variants(
        self,
        by: str,
        readers: Mapping[str, Callable[[Fields], T]],
        about: str = "",
        *,
        default: str = "",
    ) -> T | None:
        self.choice(by, tuple(readers), about, required=not default)
        blocks = {word: record(read) for word, read in readers.items()}
        for word, block in blocks.items():
            known = {"const": word} if default else True
            block["properties"] = {by: known, **block["properties"]}
            given = {"properties": {by: {"const": word}}}
            if not default:
                self.rules.append({"if": given, "then": block})
        if default:
            # Without the word, the other keys tell which of the blocks it is.
            self.rules.append({"anyOf": list(blocks.values())})
        return None


def record(read: Callable[[Fields], object]) -> Schema:
    """The schema of the blocks that a reader reads."""
    recorder = Recorder()
    read(recorder)
    return recorder.schema()


def schemas() -> dict[str, Schema]:
    """All schemas by file name."""
    sources: dict[str, tuple[str, Callable[[Fields], object]]] = {
        "course": ("content/course.yml: the course as a whole", course_file),
        "module": ("content/<module>/module.yml: a module", module_file),
        "lesson": ("The front matter of a lesson", lesson.front_matter),
        "takeaway": ("A takeaway block in a lesson", takeaway),
        "quiz-place": ("A quiz block in a lesson", lesson.quiz_place),
        "quiz": ("quizzes/<lesson>.yml: a quiz", quiz),
        "facilitator": ("A facilitator block in a lesson", facilitator),
        "workshop": ("content/workshops/<plan>.yml: a workshop plan", workshop),
        "cohort": ("content/workshops/cohorts/<run>.yml: a run of a plan", cohort),
    }
    return {
        f"{name}.schema.json": {"$schema": DIALECT, "title": title, **with_parts(record(read))}
        for name, (title, read) in sources.items()
    }


def written(schema: Schema) -> str:
    """A schema as the text of its file; a list of words stands on one line."""
    text = json.dumps(schema, ensure_ascii=False, indent=2)
    return _WORDS.sub(lambda words: json.dumps(json.loads(words[0])), text) + "\n"


def _nullable(schema: Schema) -> Schema:
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    if isinstance(schema.get("type"), list):
        return {**schema, "type": [*schema["type"], "null"]}
    for key in ("oneOf", "anyOf"):
        if key in schema:
            return {**schema, key: [*schema[key], {"type": "null"}]}
    return {**schema, "enum": [*schema["enum"], None]}


def _or_text(block: Schema, short: str) -> Schema:
    return {"anyOf": [_TEXT, block]} if short else block


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        (FOLDER / name).write_text(written(schema), encoding="utf-8", newline="\n")
