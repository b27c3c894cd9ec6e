"""Reader of `cloze`."""

from __future__ import annotations

from collections.abc import Callable

from builder.model.questions import Blank, Cloze, MenuKey, NumberKey, TextKey
from builder.read.questions.base import DUPLICATE_OPTION, common, report_repeats, report_twins
from builder.read.questions.choice import option
from builder.read.questions.typed import number_key, text_key
from builder.read.yaml_value import Fields


def cloze(fields: Fields) -> Cloze:
    """A text with blanks."""
    base = common(fields, "cloze")
    about = "The text (Markdown); {{NAME}} stands for the blank of that name."
    text = fields.text("text", about, required=True)
    blanks = fields.named(
        "blanks",
        _blank,
        "The blanks by name: NAME: right answer, or a block. A block with 'options' is a dropdown.",
        short="answer",
    )
    fields.require_one_of("blanks")
    known = tuple(blank for blank in blanks if blank is not None)
    names = ((blank.id, blank.span) for blank in known)
    report_repeats(fields, DUPLICATE_OPTION, names, "blank")
    return Cloze(**base, text=text, blanks=known, span=fields.span, incomplete=fields.failed)


def _blank(fields: Fields) -> Blank | None:
    default = "dropdown" if fields.has("options") else "short-text"
    about = "What is filled in; default: dropdown where there are options, else short-text."
    return fields.variants("type", _KINDS, about, default=default)


def _of(key: Callable[[Fields], TextKey | NumberKey | MenuKey]) -> Callable[[Fields], Blank]:
    def read(fields: Fields) -> Blank:
        name = fields.text("id", "The name that stands in the text; answers are stored under it.")
        feedback = fields.text("feedback", "Said when nothing else is (Markdown).")
        return Blank(id=name.strip(), key=key(fields), span=fields.span, feedback=feedback)

    return read


def _menu(fields: Fields) -> MenuKey:
    options = fields.items("options", option, "What to choose from.", short="text", required=True)
    report_twins(fields, options)
    return MenuKey(options=options)


_KINDS = {"short-text": _of(text_key), "numeric": _of(number_key), "dropdown": _of(_menu)}
