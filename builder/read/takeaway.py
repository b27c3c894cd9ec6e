"""Takeaway exercises: `takeaway` blocks in a lesson."""

from __future__ import annotations

from builder.model.outline import Fence
from builder.model.parts import Takeaway
from builder.model.result import Result
from builder.model.urls import slug
from builder.read.yaml_value import Fields, read_yaml


def read_takeaway(fence: Fence) -> Result[Takeaway]:
    """The exercise in a `takeaway` block; its span is that of the block's opening line."""
    found = read_yaml(fence.text, fence.span.path, takeaway, fence.line, fence.span.column)
    exercise = found.value
    return Result(
        Takeaway(
            exercise.id, exercise.title, exercise.minutes, fence.span, exercise.purpose,
            exercise.lead, exercise.steps, exercise.materials, exercise.reflection, exercise.good,
            exercise.objectives,
        ),
        found.findings,
    )  # fmt: skip


def takeaway(fields: Fields) -> Takeaway:
    """The keys of a takeaway exercise."""
    title = fields.text("title", "What the exercise is called.", required=True)
    return Takeaway(
        id=fields.text("id", "A short name, unique in the course; default: made from the title.")
        or slug(title),
        title=title,
        minutes=fields.integer("minutes", "How long it takes.", low=1, high=100_000, required=True)
        or 0,
        span=fields.span,
        purpose=fields.text("purpose", "What the exercise is good for, in one sentence."),
        lead=fields.text("lead", "What to know before starting (Markdown)."),
        steps=fields.texts("steps", "What to do, step by step (Markdown)."),
        materials=fields.texts("materials", "What is needed."),
        reflection=fields.text("reflection", "One question to think about afterwards."),
        good=fields.text("good", "What good work looks like; shown after trying (Markdown)."),
        objectives=fields.refs(
            "objectives",
            "Ids of the objectives it practises; OBJECTIVE, or LESSON.OBJECTIVE for one of another "
            "lesson.",
        ),
    )
