"""Survey."""

from __future__ import annotations

import json
from dataclasses import dataclass

from builder.model.questions import Option, Survey
from builder.render.questions.base import Places, QuestionView, Row, Text, frame


@dataclass(frozen=True, slots=True)
class SurveyView(QuestionView):
    """`scale` are the points in their order; `short` tells that they fit beside one another at
    any width, as numbers do. `spec` is what the browser must know of every row."""

    scale: tuple[Row, ...] = ()
    short: bool = False
    spec: str = ""

    @property
    def scale_tells(self) -> bool:
        """Whether anything is said to whoever picks a certain point."""
        return any(point.feedback for point in self.scale)


def survey_view(question: Survey, quiz: str, places: Places, text: Text) -> SurveyView:
    """Rows and points in the author's order."""
    rows = _rows(question.rows, text)
    asked = (f"{o.id}\x1e{o.text}" for o in (*question.rows, *question.scale))
    return SurveyView(
        **frame(question, quiz, places, text, (*asked, question.first, question.last)),
        rows=rows,
        shown=rows,
        first=question.first,
        last=question.last,
        scale=_rows(question.scale, text),
        short=all(len(point.text) < 3 for point in question.scale),
        spec=json.dumps({"points": [point.id for point in question.scale]}, ensure_ascii=False),
    )


def _rows(options: tuple[Option, ...], text: Text) -> tuple[Row, ...]:
    return tuple(
        Row(o.id, text.inline(o.text), text.plain(o.text), text.inline(o.feedback)) for o in options
    )
