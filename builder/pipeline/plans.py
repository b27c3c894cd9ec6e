"""Plans that a command looks up, makes and writes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from builder.check.near import did_you_mean
from builder.diagnostics import Failure
from builder.model.catalogue import Entry
from builder.model.course import Course
from builder.model.urls import slug
from builder.model.workshop import Workshop
from builder.pipeline.draft import draft
from builder.pipeline.plan_text import plan_text
from builder.pipeline.project import Project


def find_plan(project: Project, name: str) -> Workshop:
    """The plan with this id or in this file. Raises `Failure` when there is none, or when it
    could not be read."""
    for plan in project.course.workshops:
        file = (project.options.root / plan.path).resolve()
        if name in (plan.id, plan.path) or Path(name).resolve() == file:
            if plan.incomplete:
                raise Failure(f"{plan.path} has mistakes", "`coursewright check` shows them")
            return plan
    known = [plan.id for plan in project.course.workshops]
    otherwise = f"there are: {', '.join(known)}" if known else "there is no plan yet"
    raise Failure(f"there is no workshop {name!r}", did_you_mean(name, known, otherwise))


def find_lessons(course: Course, names: Sequence[str]) -> list[Entry]:
    """The lessons with these ids, in the order given. Raises `Failure` for an unknown one."""
    known = {entry.id: entry for _, entry in course.lessons()}
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known, "use the ids of lessons, with commas between them")
            raise Failure(f"there is no lesson {name!r}", hint)
    return [known[name] for name in dict.fromkeys(names)]


def write_draft(project: Project, names: Sequence[str], minutes: int, name: str) -> str:
    """Draft a plan about these lessons and write it; return its path in the course. An empty
    `name` is made from the first lesson and the minutes."""
    lessons = find_lessons(project.course, names)
    plan = draft(project.course, lessons, minutes, slug(name or f"{lessons[0].id} {minutes}"))
    return write_plan(project, plan)


def write_plan(project: Project, plan: Workshop) -> str:
    """Write a new plan below the course's workshops; return its path in the course.

    Raises `Failure` when there is one of that name, or when it cannot be written.
    """
    content = project.course.content
    path = f"{content}/workshops/{plan.id}.yml" if content else f"workshops/{plan.id}.yml"
    if plan.id in {other.id for other in project.course.workshops}:
        raise Failure(f"there is a workshop {plan.id!r} already", "choose another id")
    file = project.options.root / path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(plan_text(plan))
    except FileExistsError:
        raise Failure(f"{path} is there already", "choose another id") from None
    except OSError as problem:
        raise Failure(f"{path} cannot be written: {problem.strerror}") from problem
    return path
