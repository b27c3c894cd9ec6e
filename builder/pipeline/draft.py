"""A first draft of a workshop plan from lessons: complete, timed, and without findings.

The author replaces words; times, breaks, buffers, promises and tests are right from the start.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from builder.diagnostics import Failure, Span
from builder.model.agenda import LONGEST_STRETCH
from builder.model.catalogue import Entry, shown_quiz
from builder.model.course import Course
from builder.model.parts import Ref
from builder.model.workshop import (
    Block,
    BlockKind,
    Evaluation,
    Interact,
    Material,
    Mode,
    Per,
    Prework,
    QuizUse,
    SectionRef,
    Short,
    Workshop,
)

LEAST, MOST = 35, 480
"""Minutes that a draft can have."""
_LEAST_LESSON, _MOST_UNIT = 11, 40
"""Minutes of an input and an activity about one lesson."""
_LIMIT = min(LONGEST_STRETCH.values())
_LUNCH_FROM, _LUNCH = 330, 45
_MOST_ITEMS = 4
_NOWHERE = Span("")


@dataclass(frozen=True, slots=True)
class _Topic:
    """A lesson with the objectives that can be promised and the questions that test them."""

    entry: Entry
    objectives: tuple[Ref, ...]
    quiz: str
    items: tuple[str, ...]
    tested: tuple[Ref, ...]


def draft(course: Course, lessons: Sequence[Entry], minutes: int, name: str) -> Workshop:
    """A plan of this id and length about these lessons, for a room and for online.

    Raises `Failure` when the minutes are too few or too many for the lessons, or a lesson has
    nothing that people could do.
    """
    if not LEAST <= minutes <= MOST:
        raise Failure(f"a draft can last {LEAST} to {MOST} minutes, not {minutes}")
    topics = [_topic(course, entry) for entry in lessons]
    blocks = _timed(topics, minutes)
    tested = next((topic for topic in topics if topic.items), None)
    test = QuizUse(quiz=_ref(tested.quiz), items=_refs(tested.items)) if tested else None
    return Workshop(
        id=name,
        path=f"{course.content}/workshops/{name}.yml".removeprefix("/"),
        title=f"Workshop: {_titles(lessons)}",
        language=course.language,
        duration=minutes,
        span=_NOWHERE,
        modes=(Mode.ROOM, Mode.ONLINE),
        group_min=6,
        group_max=20,
        audience="Say who should come, and what they bring along.",
        objectives=tuple(ref for topic in topics for ref in topic.objectives),
        prework=tuple(Prework(lesson=_ref(entry.id)) for entry in lessons),
        evaluation=Evaluation(pre=test, post=test, reaction="standard-l1"),
        attendance=0.8,
        materials=(
            Material(id="workbook", text="Participant workbook", per=Per.PERSON, span=_NOWHERE),
            Material(id="timer", text="Timer that everybody can see", span=_NOWHERE),
        ),
        blocks=blocks,
    )


def _titles(lessons: Sequence[Entry]) -> str:
    *first, last = [entry.title for entry in lessons]
    return f"{', '.join(first)} and {last}" if first else last


def _ref(name: str) -> Ref:
    return Ref(name, _NOWHERE)


def _refs(names: Sequence[str]) -> tuple[Ref, ...]:
    return tuple(map(_ref, names))


def _topic(course: Course, entry: Entry) -> _Topic:
    quizzes = {quiz.id: quiz for quiz in course.quizzes}
    quiz = shown_quiz(entry, quizzes)
    own = {objective.id for objective in entry.objectives}
    asked = [
        (item.id, ref.id.removeprefix(f"{entry.id}."))
        for item in (quiz.items if quiz else ())
        for ref in item.objectives[:1]
        if ref.id.removeprefix(f"{entry.id}.") in own
    ][:_MOST_ITEMS]
    promised = own if entry.takeaways else {name for _, name in asked}
    if not promised:
        raise Failure(
            f"the lesson {entry.id!r} has no objective that a workshop could practise",
            "give it objectives, and a takeaway or a quiz that asks for them",
        )
    names = [o.id for o in entry.objectives if o.id in promised]
    tested = [name for name in names if name in {name for _, name in asked}]
    return _Topic(
        entry=entry,
        objectives=_refs([f"{entry.id}.{name}" for name in names]),
        quiz=quiz.id if quiz else "",
        items=tuple(dict.fromkeys(item for item, _ in asked)),
        tested=_refs([f"{entry.id}.{name}" for name in tested]),
    )


def _timed(topics: Sequence[_Topic], minutes: int) -> tuple[Block, ...]:
    """All blocks with their minutes; breaks stand wherever work would get too long."""
    lunch = _LUNCH if minutes >= _LUNCH_FROM else 0
    length = 5 if minutes < 150 else 10
    for breaks in range(1 if lunch else 0, minutes // 20):
        spent = lunch + length * (breaks - 1) if lunch else length * breaks
        blocks = _working(topics, minutes - spent)
        parts = _stretches(blocks)
        if len(parts) == breaks + 1:
            return _with_breaks(parts, length, lunch)
        if len(parts) <= breaks:
            # One break fewer is needed now, and its minutes go to the others or to the buffer.
            return _spread(_with_breaks(parts, length, lunch), minutes)
    raise Failure(f"{minutes} minutes cannot be divided; try a few more or fewer")


def _spread(blocks: tuple[Block, ...], minutes: int) -> tuple[Block, ...]:
    left = minutes - sum(block.minutes for block in blocks)
    places = [n for n, b in enumerate(blocks) if b.kind is BlockKind.BREAK] or [
        n for n, b in enumerate(blocks) if b.kind is BlockKind.BUFFER
    ]
    at = places[0]
    grown = replace(blocks[at], minutes=blocks[at].minutes + left)
    return (*blocks[:at], grown, *blocks[at + 1 :])


def _stretches(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks cut where people would work too long, into parts of about equal length."""
    for most in range(-(-sum(b.minutes for b in blocks) // _LIMIT), len(blocks) + 1):
        size = sum(block.minutes for block in blocks) / most
        parts: list[list[Block]] = [[]]
        for block in blocks:
            worked = sum(b.minutes for b in parts[-1])
            full = worked + block.minutes > _LIMIT
            enough = worked + block.minutes / 2 > size and len(parts) < most
            # An activity is talked over before the break, and nothing is left to the closing.
            if parts[-1] and (full or (enough and block.kind is not BlockKind.CLOSE)):
                parts.append([])
            parts[-1].append(block)
        if len(parts) <= most:
            return parts
    return [list(blocks)]


def _with_breaks(parts: Sequence[list[Block]], length: int, lunch: int) -> tuple[Block, ...]:
    middle = len(parts) // 2
    found: list[Block] = list(parts[0])
    for number, part in enumerate(parts[1:], 1):
        if lunch and number == middle:
            found.append(_block("lunch", BlockKind.LUNCH, lunch, title="Lunch"))
        else:
            found.append(_block(f"break-{number}", BlockKind.BREAK, length, title="Break"))
        found += part
    return tuple(found)


def _working(topics: Sequence[_Topic], minutes: int) -> tuple[Block, ...]:
    """The blocks in which people work, without breaks."""
    test = next((topic for topic in topics if topic.items), None)
    asking = min(6, max(3, len(test.items))) if test else 0
    buffer = -(-minutes * 12 // 100)
    opening, closing = min(12, max(4, minutes * 6 // 100)), min(15, max(4, minutes * 7 // 100))
    rest = minutes - buffer - opening - closing - 2 * asking
    if rest < _LEAST_LESSON * len(topics):
        fits = max(1, rest // _LEAST_LESSON)
        many = f"{len(topics)} lessons" if len(topics) > 1 else "a lesson"
        hint = f"choose {fits} at most, or give more minutes"
        raise Failure(f"there is too little time for {many}", hint)
    blocks = [_opening(opening)]
    blocks += [_test("pre", "Before we begin", test, asking)] if test else []
    for number, topic in enumerate(topics):
        share = rest // len(topics) + (number < rest % len(topics))
        blocks += _units(topic, number + 1, share)
    blocks.append(_block("buffer", BlockKind.BUFFER, buffer, Interact.PLENARY, "Time in hand"))
    blocks += [_test("post", "The same questions again", test, asking)] if test else []
    return (*blocks, _closing(closing))


def _units(topic: _Topic, number: int, minutes: int) -> list[Block]:
    """Inputs and activities about one lesson: as many pairs of them as the minutes ask for."""
    sections = [anchor for anchor, _ in topic.entry.sections]
    count = max(1, -(-minutes // _MOST_UNIT))
    if count > max(1, len(sections)) * 2:
        raise Failure(
            f"the lesson {topic.entry.id!r} does not fill {minutes} minutes",
            "name more lessons, or give fewer minutes",
        )
    found: list[Block] = []
    for unit in range(count):
        share = minutes // count + (unit < minutes % count)
        uses = _uses(topic.entry.id, sections, unit, count)
        name = f"{number}" if count == 1 else f"{number}-{unit + 1}"
        found += _unit(topic, name, share, uses, last=unit == count - 1)
    return found


def _uses(lesson: str, sections: list[str], unit: int, count: int) -> tuple[SectionRef, ...]:
    """The sections of one of `count` units; the whole lesson where it has none."""
    if not sections:
        return (SectionRef(lesson, "", _NOWHERE),)
    size = max(1, -(-len(sections) // count))
    chosen = sections[unit * size : (unit + 1) * size] or sections[-1:]
    return tuple(SectionRef(lesson, anchor, _NOWHERE) for anchor in chosen)


def _unit(
    topic: _Topic, name: str, minutes: int, uses: tuple[SectionRef, ...], *, last: bool
) -> list[Block]:
    told = min(10, max(3, minutes // 5))
    done = minutes - told
    exercise = topic.entry.takeaways[0] if topic.entry.takeaways and last else None
    heard = replace(
        _block(f"input-{name}", BlockKind.INPUT, told, title=topic.entry.title),
        uses=uses,
        objectives=topic.objectives,
        do="Tell it in your own words. Ask for an example from the group before you give one.",
        ask=("Where have you met this in the past month?",),
        expect=("A small, recent example. Thank people for it and do not judge it.",),
    )
    activity = replace(
        _block(f"activity-{name}", BlockKind.ACTIVITY, done, Interact.PAIRS),
        title=exercise.title if exercise else "Talk it through",
        uses=uses,
        takeaway=_ref(exercise.id) if exercise else None,
        objectives=topic.objectives,
        materials=_refs(["timer", "workbook"]),
        instructions=1 + (done >= 15),
        do=_task(exercise is not None),
        debrief=("What happened?", "So what does it mean here?", "Now what will you do?"),
        if_short=Short(minutes=done * 7 // 10, how="One turn instead of two", span=_NOWHERE),
        must=last,
        tool="Breakout rooms of two, when online",
    )
    return [heard, activity]


def _task(exercise: bool) -> str:
    if exercise:
        return "\n".join(
            (
                "1. Each person works through the exercise in the workbook, alone.",
                "2. In pairs, tell each other what was hard. Both get the same time.",
                "3. Back together, take the questions below.",
                "",
            )
        )
    return "\n".join(
        (
            "1. In pairs, each tells a case from the past month in which this mattered.",
            "2. Together, find what would have helped, and say it in one sentence.",
            "3. Back together, take the questions below.",
            "",
        )
    )


def _opening(minutes: int) -> Block:
    return replace(
        _block("open", BlockKind.OPEN, minutes, Interact.PLENARY, "Welcome"),
        do="Start on the minute. Purpose, times, rules: what is said here stays here, and everybody"
        " may pass.",
        say="Welcome. Please think of one situation at work in which you would like to use this.",
        must=True,
    )


def _closing(minutes: int) -> Block:
    return replace(
        _block("close", BlockKind.CLOSE, minutes, Interact.PLENARY, "One thing by Friday"),
        do="Each person writes one thing they will do, with a day. Reaction form. Finish on time.",
        say="Write down one thing you will do, and the day. Then tell the person beside you.",
        must=True,
    )


def _test(name: str, title: str, topic: _Topic, minutes: int) -> Block:
    short = Short(minutes=0, how="On the course page, before people come", span=_NOWHERE)
    return replace(
        _block(name, BlockKind.QUIZ, minutes, Interact.INDIVIDUAL, title),
        quiz=_ref(topic.quiz),
        items=_refs(topic.items),
        objectives=topic.tested,
        do="Each person answers alone. Nobody gets a mark.",
        if_short=short if name == "pre" else None,
    )


def _block(
    name: str,
    kind: BlockKind,
    minutes: int,
    interact: Interact = Interact.NONE,
    title: str = "",
) -> Block:
    return Block(id=name, kind=kind, minutes=minutes, span=_NOWHERE, interact=interact, title=title)
