"""Questions of the shipped course with one fault put in, for measuring what the checks find.

Every seed takes a sound question and makes one that has the fault its code names. Where a fault
comes in several forms the generator takes them in turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from builder.check import check_course, check_quiz
from builder.diagnostics import Diagnostic, Span
from builder.model.catalogue import lesson_entry, quiz_entry
from builder.model.course import Course, Module
from builder.model.item import Item
from builder.model.parts import Ref
from builder.model.questions import Choice, Option, Question
from builder.model.quiz import Draw, Keep, Mode, Policy, Quiz, Reveal
from builder.model.tree import Tree
from builder.read.lesson import read_lesson
from builder.read.quiz import read_quiz

ROOT = Path(__file__).parent.parent.parent
Seed = Callable[[Random, Choice], Choice]


@cache
def shipped() -> tuple[Quiz, ...]:
    """The quizzes of the shipped course."""
    paths = sorted((ROOT / "quizzes").rglob("*.yml"))
    return tuple(read_quiz(p.relative_to(ROOT).as_posix(), p.read_bytes()).value for p in paths)


@cache
def shipped_course() -> Course:
    """The shipped course as a catalogue, its lessons in one module."""
    paths = sorted((ROOT / "content").glob("*/*.md"))
    lessons = [
        read_lesson(p.relative_to(ROOT).as_posix(), p.read_bytes()).value
        for p in paths
        if p.stem != "index"
    ]
    entries = tuple(lesson_entry(lesson, "en") for lesson in lessons)
    at = Span("content/course.yml", 1, 1)
    module = Module(id="m", path="content/m", title="M", span=at, lessons=entries)
    quizzes = tuple(quiz_entry(quiz) for quiz in shipped())
    return Course(id="c", title="C", language="en", span=at, modules=(module,), quizzes=quizzes)


@cache
def sound() -> list[Choice]:
    """Shipped single choice questions that have no finding."""
    return [
        question
        for quiz in shipped()
        for question in quiz.questions
        if question.type == "single-choice"
        and isinstance(question, Choice)
        and not [f for f in check_quiz(replace(quiz, questions=(question,))) if f.level != "off"]
    ]


def options(question: Choice, change: Callable[[int, Option], Option]) -> Choice:
    changed = tuple(change(i, option) for i, option in enumerate(question.options))
    return replace(question, options=changed)


def _right(question: Choice) -> int:
    return next(i for i, option in enumerate(question.options) if option.correct)


def _wrong(question: Choice) -> int:
    return next(i for i, option in enumerate(question.options) if not option.correct)


def _set(question: Choice, index: int, text: str) -> Choice:
    return options(question, lambda i, o: replace(o, text=text, id=text) if i == index else o)


def _words(text: str) -> str:
    return text.strip("“”\"'. ")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


# --- one function for each fault --------------------------------------------------------------


def missing_prompt(chance: Random, q: Choice) -> Choice:
    return replace(q, prompt=chance.choice(("", " ", "\n")))


def no_right_option(chance: Random, q: Choice) -> Choice:
    return options(q, lambda _, o: replace(o, correct=False))


def several_right_options(chance: Random, q: Choice) -> Choice:
    more = chance.choice([i for i, o in enumerate(q.options) if not o.correct])
    return options(q, lambda i, o: replace(o, correct=o.correct or i == more))


def no_wrong_option(chance: Random, q: Choice) -> Choice:
    return replace(options(q, lambda _, o: replace(o, correct=True)), type="multiple-response")


def few_options(chance: Random, q: Choice) -> Choice:
    return replace(q, options=q.options[_right(q) : _right(q) + 1])


def same_option(chance: Random, q: Choice) -> Choice:
    blank = chance.choice(("", " ", "\n"))
    twin = replace(q.options[_wrong(q)], id="twin", text=q.options[_right(q)].text + blank)
    return replace(q, options=(*q.options, twin))


def similar_option(chance: Random, q: Choice) -> Choice:
    text = q.options[_wrong(q)].text.removesuffix(".")
    other = text.upper() if chance.random() < 0.5 else f"{text}."
    other = f"{text}." if other == text else other
    changed = _set(q, _wrong(q), text)
    return replace(changed, options=(*changed.options, replace(q.options[0], id="x", text=other)))


def missing_feedback(chance: Random, q: Choice) -> Choice:
    at = chance.randrange(len(q.options))
    silent = options(q, lambda i, o: replace(o, feedback="" if i == at else o.feedback))
    return replace(silent, feedback="")


def thin_feedback(chance: Random, q: Choice) -> Choice:
    thin = chance.choice(("Correct!", "No.", "Well done.", "Try again, please.", "That is wrong."))
    at = chance.randrange(len(q.options))
    changed = options(q, lambda i, o: replace(o, feedback=thin if i == at else o.feedback))
    return replace(changed, feedback="")


def all_of_the_above(chance: Random, q: Choice) -> Choice:
    words = ("All of the above", "all of these", "All of the above.", "Both of the above",
             "All are correct", "All of the options", "All of them")  # fmt: skip
    return _set(q, _wrong(q), chance.choice(words))


def none_of_the_above(chance: Random, q: Choice) -> Choice:
    words = ("None of the above", "none of these", "None of them", "Neither of the above",
             "None are correct", "None of the options.")  # fmt: skip
    return _set(q, _wrong(q), chance.choice(words))


def combined_option(chance: Random, q: Choice) -> Choice:
    words = ("A and B", "Both A and C", "A, B and C", "B or C", "Options A and D", "A & B only")
    return _set(replace(q, shuffle=False), _wrong(q), chance.choice(words))


def long_right_option(chance: Random, q: Choice) -> Choice:
    longest = max(len(o.text) for o in q.options)
    more = " and do so in a way that leaves the other person free to answer as they see fit" * 3
    text = _words(q.options[_right(q)].text)
    return _set(q, _right(q), (text + more)[: max(int(longest * 1.5), len(text) + 30)])


def position_named(chance: Random, q: Choice) -> Choice:
    words = ("Option B says more.", "The second answer is closer to it.", "See the option above.",
             "As option (C) says, it takes time.", "The last option is nearer.")  # fmt: skip
    at = chance.randrange(len(q.options))
    said = chance.choice(words)
    return options(
        q, lambda i, o: replace(o, feedback=f"{o.feedback} {said}" if i == at else o.feedback)
    )


def negative_stem(chance: Random, q: Choice) -> Choice:
    words = ("Which of these is not a good reply?", "What is not part of trust?",
             "Which step does not belong here?", "Choose the reply that fits least.",
             "Which of the following statements is false?", "Which reply is incorrect?",
             "Which of these all help, except one?", "Who is not involved in the decision?",
             "Which sign isn't one of broken trust?")  # fmt: skip
    return replace(q, prompt=f"{_scene(q)}{chance.choice(words)}")


def marked_negative_stem(chance: Random, q: Choice) -> Choice:
    words = ("Which of these is NOT a good reply?", "What is **not** part of trust?",
             "Which reply helps **least**?", "Which of the following is FALSE?",
             "Which of these is *not* a tie?")  # fmt: skip
    return replace(q, prompt=f"{_scene(q)}{chance.choice(words)}")


def _scene(q: Choice) -> str:
    first = q.prompt.split(". ")[0]
    return f"{first}. " if first != q.prompt and len(first.split()) < 40 else ""


def unfocused_stem(chance: Random, q: Choice) -> Choice:
    words = ("Trust", "Close ties", "The right reply", "Active listening", "Empathy at work is")
    return replace(q, prompt=chance.choice(words) + chance.choice(("", ".")))


def long_stem(chance: Random, q: Choice) -> Choice:
    more = "The team had met on a Monday in the small room beside the lift. " * 6
    return replace(q, prompt=f"{more}{q.prompt}")


def blank_inside(chance: Random, q: Choice) -> Choice:
    words = ("Trust grows from ____ promises over time.", "A ______ tie brings fresh news.",
             "People follow ___ more readily than orders.")  # fmt: skip
    return replace(q, prompt=chance.choice(words))


def absolute_option(chance: Random, q: Choice) -> Choice:
    lead = ("It is always right to", "You should never", "The only way is to", "Nobody likes to",
            "It is impossible to", "Everything depends on how you",
            "It is totally odd to")  # fmt: skip
    text = f"{chance.choice(lead)} {_lower(_words(q.options[_wrong(q)].text))}"
    plain = options(
        q, lambda i, o: replace(o, text=o.text.replace("only", "just")) if o.correct else o
    )
    return _set(plain, _wrong(q), text)


def repeated_word(chance: Random, q: Choice) -> Choice:
    word = chance.choice(("lighthouse", "bicycles", "gardening", "umbrella", "telescope"))
    asked = replace(q, prompt=f"In a talk about {word}: {q.prompt}")
    form = chance.choice((word, word.removesuffix("s")))
    return _set(asked, _right(q), f"{_words(q.options[_right(q)].text)} with the {form}")


def grammar_cue(chance: Random, q: Choice) -> Choice:
    article = chance.choice(("a", "an"))
    fits = {"a": ("promise", "bridge", "tie"), "an": ("offer", "answer", "event")}
    other = fits["an" if article == "a" else "a"]
    asked = replace(q, prompt=f"What people rely on afterwards is called {article}")
    texts = iter(other * 2)
    return options(
        asked,
        lambda i, o: replace(o, text=chance.choice(fits[article]) if o.correct else next(texts)),
    )


def full_stop_cue(chance: Random, q: Choice) -> Choice:
    own = chance.random() < 0.5
    return options(
        q,
        lambda i, o: replace(
            o, text=_words(o.text).rstrip(".?!") + ("." if o.correct is own else "")
        ),
    )


def unsorted_numbers(chance: Random, q: Choice) -> Choice:
    unit = chance.choice(("", " minutes", " %", " km", "%"))
    values = (30, 5, 120, 15)
    texts = iter(f"{value}{unit}" for value in values)
    return options(replace(q, shuffle=False), lambda i, o: replace(o, text=next(texts)))


def uneven_options(chance: Random, q: Choice) -> Choice:
    changed = _set(q, _wrong(q), chance.choice(("Yes", "Wait", "Ask them")))
    return _set(
        changed, _right(q), "Say what you have seen, and ask what it looked like to them. " * 2
    )


def two_options(chance: Random, q: Choice) -> Choice:
    return replace(q, options=(q.options[_right(q)], q.options[_wrong(q)]))


def many_options(chance: Random, q: Choice) -> Choice:
    more = tuple(
        replace(q.options[_wrong(q)], id=f"m{n}", text=f"{_words(q.options[_wrong(q)].text)} {w}.")
        for n, w in enumerate(("first", "later", "alone", "again"))
    )
    return replace(q, options=(*q.options, *more))


def hedged_option(chance: Random, q: Choice) -> Choice:
    return _set(q, _wrong(q), f"It is {chance.choice(('usually', 'rarely', 'often'))} so")


QUESTION_SEEDS: dict[str, Seed] = {
    name.replace("_", "-"): seed
    for name, seed in list(globals().items())
    if getattr(seed, "__module__", "") == __name__
    and getattr(seed, "__annotations__", {}).get("q") == "Choice"
    and not name.startswith("_")
}


def question_faults(code: str, count: int, seed: int = 1) -> Iterator[tuple[Diagnostic, ...]]:
    """What the checks find in `count` questions that have the fault."""
    chance = Random(f"{seed}{code}")
    base = sound()
    for _ in range(count):
        yield check_quiz(quiz_of(QUESTION_SEEDS[code](chance, chance.choice(base))))


def quiz_of(*questions: Question, name: str = "seeded", **changes: object) -> Quiz:
    path = f"quizzes/{name}.yml"
    placed = tuple(replace(q, span=Span(path, 4 + 20 * n, 5)) for n, q in enumerate(questions))
    made = Quiz(name, path, "Seeded", placed, Span(path, 1, 1))
    return replace(made, **changes)  # type: ignore[arg-type]


# --- faults of a quiz -------------------------------------------------------------------------


def near_duplicate(chance: Random, base: list[Choice]) -> Quiz:
    first = chance.choice(base)
    return quiz_of(first, replace(first, id="again", prompt=reworded(chance, first.prompt)))


def same_prompt(chance: Random, base: list[Choice]) -> Quiz:
    first, other = chance.sample(base, 2)
    return quiz_of(first, replace(other, id="again", prompt=reworded(chance, first.prompt)))


def contradiction(chance: Random, base: list[Choice]) -> Quiz:
    first = chance.choice(base)
    right, wrong = _right(first), _wrong(first)
    turned = options(
        first, lambda i, o: replace(o, correct=i == wrong if i in (right, wrong) else o.correct)
    )
    return quiz_of(first, replace(turned, id="again"))


def similar_question(chance: Random, base: list[Choice]) -> Quiz:
    first = chance.choice([q for q in base if 90 < len(q.prompt) < 135])
    other = chance.choice([q for q in base if q.id != first.id])
    words = first.prompt.split()
    words[len(words) // 2] = "cormorants"
    return quiz_of(first, replace(other, id="again", prompt=" ".join(words)))


def longest_is_right(chance: Random, base: list[Choice]) -> Quiz:
    chosen = chance.sample(base, 24)

    def longer(q: Choice, tell: bool) -> Choice:
        size = max(len(o.text) for o in q.options)
        return options(
            q, lambda _, o: replace(o, text=o.text.ljust(size + 3 * (o.correct is tell), "x"))
        )

    return quiz_of(*(longer(q, n < 16) for n, q in enumerate(chosen)))


def place_of_right(chance: Random, base: list[Choice]) -> Quiz:
    chosen, place = chance.sample(base, 24), chance.randrange(3)

    def moved(q: Choice, at: int) -> Choice:
        rest = [o for o in q.options if not o.correct]
        return replace(q, options=(*rest[:at], q.options[_right(q)], *rest[at:]), shuffle=False)

    return quiz_of(
        *(moved(q, place if n % 4 else chance.randrange(3)) for n, q in enumerate(chosen))
    )


def empty_quiz(chance: Random, base: list[Choice]) -> Quiz:
    return quiz_of(name=chance.choice(("a", "b", "banks/c")))


def short_time_limit(chance: Random, base: list[Choice]) -> Quiz:
    return quiz_of(
        *chance.sample(base, 8), policy=Policy(mode=Mode.EXAM, time_limit=chance.choice((1, 2)))
    )


def policy_conflict(chance: Random, base: list[Choice]) -> Quiz:
    forms: tuple[tuple[dict[str, object], int | None], ...] = (
        ({"extension": 50}, None),
        ({"mode": Mode.EXAM, "reveal": Reveal.AT_ONCE, "tries": 1}, None),
        ({"mode": Mode.EXAM, "reveal": Reveal.AFTER_TRIES, "tries": 1}, None),
        ({"reveal": Reveal.AFTER_TRIES}, None),
        ({"mode": Mode.CHECK, "reveal": Reveal.AT_ONCE, "tries": 3}, None),
        ({"mode": Mode.EXAM, "reveal": Reveal.NEVER, "keep": Keep.LAST}, 70),
        ({"mode": Mode.EXAM, "reveal": Reveal.NEVER, "confidence": True}, None),
    )
    policy, mark = chance.choice(forms)
    made = Policy(**policy)  # type: ignore[arg-type]
    return quiz_of(*chance.sample(base, 5), policy=made, pass_mark=mark)


def reworded(chance: Random, text: str) -> str:
    """A text with nine tenths of its letters kept: other case, a full stop, one short word."""
    forms = (text, text.lower(), text.rstrip("?.") + ".", f"  {text}\n")
    if len(text) > 120:
        forms += (text.replace(" the ", " a ", 1), text.replace("?", " now?"))
    return chance.choice(forms)


QUIZ_SEEDS: dict[str, Callable[[Random, list[Choice]], Quiz]] = {
    name.replace("_", "-"): seed
    for name, seed in list(globals().items())
    if getattr(seed, "__annotations__", {}).get("base") == "list[Choice]"
}


def quiz_faults(code: str, count: int, seed: int = 1) -> Iterator[tuple[Diagnostic, ...]]:
    """What the checks find in `count` quizzes that have the fault."""
    chance = Random(f"{seed}{code}")
    base = sound()
    for _ in range(count):
        yield check_quiz(QUIZ_SEEDS[code](chance, base))


# --- faults of a course -----------------------------------------------------------------------


def _with_quiz(course: Course, index: int, quiz: Quiz) -> Course:
    entries = list(course.quizzes)
    entries[index] = quiz_entry(quiz)
    return replace(course, quizzes=tuple(entries))


def _one(chance: Random, made: Course) -> tuple[int, Quiz, int]:
    # A quiz of a lesson: a bank belongs to none, and a check may only draw.
    shown = [n for n, quiz in enumerate(shipped()) if quiz.questions and not quiz.bank]
    index = chance.choice(shown)
    return index, shipped()[index], chance.randrange(len(shipped()[index].questions))


def _with_question(chance: Random, made: Course, **changes: object) -> Course:
    index, quiz, at = _one(chance, made)
    questions = list(quiz.questions)
    questions[at] = replace(questions[at], **changes)  # type: ignore[arg-type]
    return _with_quiz(made, index, replace(quiz, questions=tuple(questions)))


def repeated_question(chance: Random, made: Course) -> Course:
    index, quiz, _ = _one(chance, made)
    others = [q for n, one in enumerate(shipped()) if n != index for q in one.questions]
    copy = chance.choice(others)
    again = replace(
        copy, id="copy", prompt=reworded(chance, copy.prompt), span=Span(quiz.path, 999, 5)
    )
    return _with_quiz(made, index, replace(quiz, questions=(*quiz.questions, again)))


def unknown_section(chance: Random, made: Course) -> Course:
    name = chance.choice(("nowhere", "no-lesson#start", f"{made.modules[0].lessons[0].id}#nowhere"))
    return _with_question(chance, made, section=Ref(name, Span("q", 9)))


def unknown_objective(chance: Random, made: Course) -> Course:
    name = chance.choice(("nothing", "no-lesson.map", f"{made.modules[0].lessons[0].id}.nothing"))
    return _with_question(chance, made, objectives=(Ref(name, Span("q", 9)),))


def question_without_objective(chance: Random, made: Course) -> Course:
    return _with_question(chance, made, objectives=())


def question_without_section(chance: Random, made: Course) -> Course:
    return _with_question(chance, made, section=None)


def objective_not_assessed(chance: Random, made: Course) -> Course:
    _, quiz, _ = _one(chance, made)
    gone = chance.choice([ref.id for q in quiz.questions for ref in q.objectives])
    return _each(made, lambda name, i: None if _names(name, i, quiz.id, gone) else i)


def objective_not_taught(chance: Random, made: Course) -> Course:
    _, quiz, _ = _one(chance, made)
    gone = chance.choice([ref.id for q in quiz.questions for ref in q.objectives])
    return _each(
        made, lambda name, i: i._replace(section=None) if _names(name, i, quiz.id, gone) else i
    )


def _names(quiz: str, item: Item, owner: str, objective: str) -> bool:
    """Whether a question names an objective of the lesson that shows the quiz `owner`."""
    wanted = {objective} if quiz == owner else {f"{owner.rsplit('/', maxsplit=1)[-1]}.{objective}"}
    return bool(wanted & {ref.id for ref in item.objectives})


def _each(made: Course, change: Callable[[str, Item], Item | None]) -> Course:
    quizzes = tuple(
        replace(quiz, items=tuple(filter(None, (change(quiz.id, i) for i in quiz.items))))
        for quiz in made.quizzes
    )
    return replace(made, quizzes=quizzes)


def section_after_quiz(chance: Random, made: Course) -> Course:
    from builder.model.catalogue import shown_quiz

    quizzes = {q.id: q for q in made.quizzes}
    shown = [(e, shown_quiz(e, quizzes)) for e in made.modules[0].lessons]
    entry, quiz = chance.choice([(e, q) for e, q in shown if q and q.items])
    named = next(i.section.id for i in quiz.items if i.section)
    lessons = tuple(
        replace(e, after_quiz=(named,)) if e.id == entry.id else e for e in made.modules[0].lessons
    )
    return replace(made, modules=(replace(made.modules[0], lessons=lessons),))


def only_recall(chance: Random, made: Course) -> Course:
    return _with_question(chance, made, level="remember")


def few_questions(chance: Random, made: Course) -> Course:
    index, quiz, _ = _one(chance, made)
    lessons = tuple(replace(e, minutes=18) for e in made.modules[0].lessons)
    short = replace(quiz, questions=quiz.questions[:1])
    return replace(
        _with_quiz(made, index, short), modules=(replace(made.modules[0], lessons=lessons),)
    )


def _drawing(chance: Random, made: Course, *draws: Draw) -> Course:
    index, quiz, _ = _one(chance, made)
    return _with_quiz(made, index, replace(quiz, draws=draws))


def _draw(count: int, *sources: str, spread: bool = False) -> Draw:
    refs = tuple(Ref(name, Span("q", 3)) for name in sources)
    return Draw(sources=refs, count=count, span=Span("q", 2), spread=spread)


def unknown_source(chance: Random, made: Course) -> Course:
    return _drawing(
        chance, made, _draw(1, chance.choice(("banks/none", "nothing", "giving_first")))
    )


def draw_too_large(chance: Random, made: Course) -> Course:
    quiz = chance.choice([quiz for quiz in made.quizzes if len(quiz.items) > 1])
    size = len(quiz.items)
    whole = (_draw(size + chance.randint(1, 5), quiz.id),)
    parts = (_draw(size - 1, quiz.id), _draw(2, quiz.id))
    return _drawing_from(chance, made, quiz.id, *chance.choice((whole, parts)))


def draw_everything(chance: Random, made: Course) -> Course:
    quiz = chance.choice([quiz for quiz in made.quizzes if quiz.items])
    return _drawing_from(chance, made, quiz.id, _draw(len(quiz.items), quiz.id))


def _drawing_from(chance: Random, made: Course, name: str, *draws: Draw) -> Course:
    index = chance.choice(
        [
            n
            for n, quiz in enumerate(made.quizzes)
            if quiz.id != name and quiz.policy.mode is Mode.PRACTICE
        ]
    )
    entries = list(made.quizzes)
    entries[index] = replace(entries[index], draws=draws, policy=Policy())
    return replace(made, quizzes=tuple(entries))


def draw_from_itself(chance: Random, made: Course) -> Course:
    index = chance.randrange(len(made.quizzes))
    entries = list(made.quizzes)
    entries[index] = replace(entries[index], draws=(_draw(1, entries[index].id),))
    return replace(made, quizzes=tuple(entries))


def spread_too_thin(chance: Random, made: Course) -> Course:
    quiz = chance.choice(
        [q for q in made.quizzes if len({r.id for i in q.items for r in i.objectives}) > 1]
    )
    return _drawing_from(chance, made, quiz.id, _draw(1, quiz.id, spread=True))


def spread_without_objectives(chance: Random, made: Course) -> Course:
    bank = quiz_of(*(replace(q, objectives=()) for q in chance.sample(sound(), 6)), name="banks/b")
    with_bank = replace(made, quizzes=(*made.quizzes, quiz_entry(bank)))
    return _drawing_from(chance, with_bank, "banks/b", _draw(3, "banks/b", spread=True))


COURSE_SEEDS: dict[str, Callable[[Random, Course], Course]] = {
    name.replace("_", "-"): seed
    for name, seed in list(globals().items())
    if getattr(seed, "__annotations__", {}).get("made") == "Course"
    and getattr(seed, "__annotations__", {}).get("return") == "Course"
    and not name.startswith("_")
}


def course_faults(code: str, count: int, seed: int = 1) -> Iterator[tuple[Diagnostic, ...]]:
    """What the checks find in `count` courses that have the fault."""
    chance = Random(f"{seed}{code}")
    made = shipped_course()
    for _ in range(count):
        changed = COURSE_SEEDS[code](chance, made)
        names = [e.path for e in made.modules[0].lessons] + [q.path for q in changed.quizzes]
        yield check_course(changed, Tree("content", "quizzes", dict.fromkeys(sorted(names), 1)))


FAULTS: dict[str, Callable[[str, int], Iterator[tuple[Diagnostic, ...]]]] = {
    **dict.fromkeys(QUESTION_SEEDS, question_faults),
    **dict.fromkeys(QUIZ_SEEDS, quiz_faults),
    **dict.fromkeys(COURSE_SEEDS, course_faults),
}
"""How to make each fault, by its code."""


def recall(code: str, count: int = 30) -> float:
    """The share of `count` seeded faults that the checks find."""
    found = [any(f.code == code for f in findings) for findings in FAULTS[code](code, count)]
    return sum(found) / count
