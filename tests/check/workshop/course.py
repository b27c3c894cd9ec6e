"""A small course with a half-day plan and a run of it, as text, to plant faults in."""

from __future__ import annotations

from collections.abc import Mapping

from builder.check import check_course, check_workshop
from builder.diagnostics import Diagnostic, Span
from builder.model.catalogue import lesson_entry, quiz_entry
from builder.model.course import Course, Module
from builder.model.tree import Tree
from builder.read.cohort import read_cohort
from builder.read.folders import is_cohort
from builder.read.lesson import read_lesson
from builder.read.quiz import read_quiz
from builder.read.workshop import read_workshop

PLAN = "content/workshops/half-day.yml"
COHORT = "content/workshops/cohorts/2026-12-demo.yml"


def _lesson(name: str, objectives: str, sections: tuple[str, ...], takeaway: str) -> str:
    rows = "\n".join(f"  - {row}" for row in objectives.split("\n"))
    text = "\n\n".join(f"## {section}\n\nSome words." for section in sections)
    fence = f"```takeaway\nid: {takeaway}\ntitle: Do it\nminutes: 20\nsteps: [One, Two]\n```"
    return (
        f"---\nid: {name}\ntitle: {name.title()}\nobjectives:\n{rows}\n---\n\n{text}\n\n{fence}\n"
    )


def _quiz(*names: str) -> str:
    rows = (f"  - {{id: {n}, type: true-false, prompt: Is {n}?, answer: true}}" for n in names)
    return "questions:\n" + "\n".join(rows) + "\n"


LESSONS = {
    "content/m/empathy.md": _lesson(
        "empathy", "o1: Sort reactions\no2: Reflect", ("Three kinds", "Listening"), "triad"
    ),
    "content/m/networks.md": _lesson(
        "networks", "o1: Draw a map\no2: Sort ties\no3: Offer", ("Strong and weak ties",), "map"
    ),
    "content/m/influence.md": _lesson(
        "influence", "o1: Match\no2: Plan", ("Six principles", "Ethics test"), "plan"
    ),
}
QUIZZES = {
    "quizzes/empathy.yml": _quiz("e1", "e2", "e3"),
    "quizzes/networks.yml": _quiz("n1", "n2"),
    "quizzes/influence.yml": _quiz("i1", "i2", "i3"),
}
HALF_DAY = """\
schema: workshop/1
id: half-day
title: "Building trust: half a day"
language: en
duration: 240
modes: [room, online]
group: {min: 8, max: 20, table: 4}
audience: Team leads and specialists
objectives: [networks.o1, networks.o2, networks.o3, empathy.o1, empathy.o2, influence.o1, influence.o2]
prework: [{lesson: networks, minutes: auto}]
evaluation:
  pre: {quiz: influence, items: [i1, i2, i3]}
  post: {quiz: influence, items: [i1, i2, i3]}
  reaction: standard-l1
  followup: {days: 30, form: transfer-l3-lite}
certificate: {attendance: 0.8, score: 0.6}
materials:
  - {id: sticky, text: Sticky notes, per: person, qty: 8, mode: room}
  - {id: flip, text: Flip chart sheet and markers, per: table, qty: 2, mode: room}
  - {id: cards, text: Printed cards, per: table, qty: 1}
blocks:
  - {id: open, kind: open, minutes: 10, interact: plenary, do: "Check-in: a person you owe a call", say: Welcome. This is for you.}
  - {id: pre, kind: quiz, minutes: 5, interact: individual, quiz: influence, items: [i1, i2, i3], objectives: [influence.o1, influence.o2]}
  - {id: kinds, kind: input, minutes: 12, interact: none, uses: empathy#three-kinds, objectives: [empathy.o1]}
  - {id: poll, kind: quiz, minutes: 6, interact: poll, quiz: empathy, items: [e1, e3], objectives: [empathy.o1]}
  - {id: triads, kind: activity, minutes: 27, interact: triads, takeaway: triad, objectives: [empathy.o2], do: "Three rounds", instructions: 3, debrief: ["What happened?", "So what?", "Now what?"], if_short: {minutes: 18, how: two rounds}, online: {tool: breakout rooms of 3}}
  - {id: break1, kind: break, minutes: 15}
  - {id: ties, kind: input, minutes: 12, interact: none, uses: networks#strong-and-weak-ties, objectives: [networks.o2]}
  - {id: tiesq, kind: quiz, minutes: 5, interact: poll, quiz: networks, items: [n1, n2], objectives: [networks.o2]}
  - {id: map, kind: activity, minutes: 30, interact: individual, takeaway: map, part: 1, objectives: [networks.o1], materials: [sticky, flip], do: "Map, then walk in pairs", instructions: 3, debrief: ["What surprised you?"], if_short: {minutes: 22, how: skip the walk}, online: {tool: shared board}}
  - {id: energ, kind: energiser, minutes: 5, interact: plenary, do: "Stand if (seated option offered)"}
  - {id: break2, kind: break, minutes: 10}
  - {id: six, kind: input, minutes: 15, interact: none, uses: influence#six-principles, objectives: [influence.o1]}
  - {id: cardsort, kind: activity, minutes: 20, interact: small-groups, objectives: [influence.o1], materials: [cards], do: "Match 12 cards", debrief: ["Which card split the table?"], if_short: {minutes: 14, how: use 8 cards}}
  - {id: plan, kind: activity, minutes: 20, interact: pairs, uses: influence#ethics-test, takeaway: plan, objectives: [influence.o2, networks.o3], do: "Plan one real ask", debrief: ["What did you change?"], instructions: 2}
  - {id: break3, kind: break, minutes: 5}
  - {id: flex, kind: buffer, minutes: 21, interact: plenary}
  - {id: post, kind: quiz, minutes: 6, interact: individual, quiz: influence, items: [i1, i2, i3], objectives: [influence.o1, influence.o2]}
  - {id: close, kind: close, minutes: 16, interact: plenary, do: "Commitments, reaction form, follow-up date"}
"""  # noqa: E501
DEMO = """\
schema: cohort/1
workshop: half-day
start: 2026-12-03T09:30
tz: Europe/Berlin
mode: room
where: Room 2.14
people: 14
facilitators: [lead]
overrides: {blocks: {flex: {minutes: 21}}}
"""
FILES = {**LESSONS, **QUIZZES, PLAN: HALF_DAY, COHORT: DEMO}


def findings(files: Mapping[str, str] = FILES) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the plans and runs among these files."""
    found: list[Diagnostic] = []
    lessons = [read_lesson(p, t.encode()).value for p, t in files.items() if p.endswith(".md")]
    quizzes = [read_quiz(p, t.encode()).value for p, t in files.items() if p.startswith("quizzes")]
    plans, runs = [], []
    for path, text in files.items():
        if path.startswith("content/workshops/"):
            result = (read_cohort if is_cohort(path) else read_workshop)(path, text.encode())
            found += result.findings
            (runs if is_cohort(path) else plans).append(result.value)
    found += [finding for plan in plans for finding in check_workshop(plan)]
    entries = tuple(lesson_entry(lesson, "en") for lesson in lessons)
    module = Module(id="m", path="content/m", title="M", span=Span("content/m"), lessons=entries)
    course = Course(
        id="c",
        title="C",
        language="en",
        span=Span("content/course.yml"),
        modules=(module,),
        quizzes=tuple(map(quiz_entry, quizzes)),
        workshops=tuple(plans),
        cohorts=tuple(runs),
    )
    found += check_course(course, Tree("content", "quizzes", dict.fromkeys(files, 1)))
    return tuple(f for f in sorted(set(found)) if f.span.path.startswith("content/workshops/"))
