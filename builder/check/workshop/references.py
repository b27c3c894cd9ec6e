"""Rules about what a plan points at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.check.explaining import explained
from builder.check.facts import Facts
from builder.check.near import Names, did_you_mean
from builder.diagnostics import Code, Diagnostic, Level, Span, code
from builder.model.aims import objective_aim
from builder.model.parts import Ref
from builder.model.workshop import Block, QuizUse, SectionRef, Workshop

PLAN_SECTION = code(
    "plan-section",
    Level.ERROR,
    "A workshop plan names a lesson or section that does not exist",
    explained(
        what="A plan points at a lesson, or at a section as LESSON#SECTION, which the course"
        " does not have. (Rule W05.)",
        why="Slides and workbook are made from this section. A heading that was renamed is the"
        " usual cause.",
        fix="Write the heading's new id. Where a heading may change again, give it an id of its"
        " own that stays: `## Heading {#name}`.",
        example="uses: earning-trust#how-trust-grows",
    ),
)
PLAN_QUESTION = code(
    "plan-question",
    Level.ERROR,
    "A workshop plan names a quiz or question that does not exist",
    explained(
        what="`quiz` is no quiz of the course, or one of `items` no question of it. (Rule W06.)",
        why="The printed test and its key are made from these questions.",
        fix="Use the path below quizzes/ without .yml, and the ids of its questions.",
    ),
)
PLAN_TAKEAWAY = code(
    "plan-takeaway",
    Level.ERROR,
    "A workshop plan names an exercise that does not exist",
    explained(
        what="`takeaway` is no exercise of any lesson, or `part` is no step of it. (Rule W07.)",
        why="The handout of the activity is made from it.",
        fix="Use the id of a takeaway block, and for `part` the number of one of its steps.",
    ),
)
PLAN_OBJECTIVE = code(
    "plan-objective",
    Level.ERROR,
    "A workshop plan names an objective that does not exist",
    explained(
        what="An objective of the plan or of a block is none of the course. (Rule W07.)",
        why="What the workshop promises has to be something a lesson teaches.",
        fix="Write the lesson's id, a dot and the objective's id.",
        example="objectives: [earning-trust.locate-doubt]",
    ),
)
UNPROMISED_OBJECTIVE = code(
    "unpromised-objective",
    Level.WARNING,
    "A block serves an objective that the plan does not promise",
    explained(
        what="The objective of a block is missing in the `objectives` of the plan. (Rule W07.)",
        why="Either the promise is incomplete, or minutes go into something nobody came for.",
        fix="Add it to the plan's objectives, or remove it from the block.",
    ),
)
PLAN_MATERIAL = code(
    "plan-material",
    Level.ERROR,
    "A block needs a material that is not on the list",
    explained(
        what="One of a block's `materials` is none of the plan's. (Rule W08.)",
        why="Whoever packs the bag goes by the list.",
        fix="Add it to the plan's `materials`, with its quantity.",
    ),
)


def references(facts: Facts) -> Iterator[Diagnostic]:
    """W05 to W08: everything a plan names is there."""
    for plan in facts.course.workshops:
        yield from _of_plan(facts, plan)
        for block, span in _forms(plan):
            yield from _of_block(facts, plan, block, span)
    plans = {plan.id: plan for plan in reversed(facts.course.workshops)}
    for cohort in facts.course.cohorts:
        of = plans.get(cohort.workshop.id)
        changed = {ref.id: variant.span for ref, variant in cohort.overrides}
        for block in cohort.plan(of).blocks if of else ():
            if of and block.id in changed:
                yield from _of_block(facts, of, block, changed[block.id])


def _forms(plan: Workshop) -> Iterator[tuple[Block, Span]]:
    """Every block as it is in every mode, so that what a mode changes is looked at as well."""
    for block in plan.blocks:
        forms = [form for mode in plan.modes if (form := block.for_mode(mode))]
        yield from ((form, block.span) for form in forms or [block])


def _of_plan(facts: Facts, plan: Workshop) -> Iterator[Diagnostic]:
    for prework in plan.prework:
        lesson = prework.lesson
        if lesson.id:
            yield from _section(facts, SectionRef(lesson.id, "", lesson.span))
    for use in (plan.evaluation.pre, plan.evaluation.post):
        if use and use.quiz.id:
            yield from _quiz(facts, use)
    for ref in plan.objectives:
        yield from _objective(facts, ref)


def _of_block(facts: Facts, plan: Workshop, block: Block, span: Span) -> Iterator[Diagnostic]:
    for section in block.uses:
        yield from _section(facts, section)
    if block.quiz:
        yield from _quiz(facts, QuizUse(quiz=block.quiz, items=block.items))
    elif block.items:
        yield PLAN_QUESTION.at(span, "items belong to a quiz, and none is named", "add 'quiz'")
    if block.takeaway:
        yield from _takeaway(facts, block.takeaway, block.part)
    promised = {ref.id for ref in plan.objectives}
    for ref in block.objectives:
        if facts.objective(ref.id) and ref.id not in promised:
            message = f"{ref.id!r} is none of the plan's objectives"
            yield UNPROMISED_OBJECTIVE.at(ref.span, message, "add it there, or remove it here")
        elif ref.id not in promised:
            yield from _objective(facts, ref)
    yield from _materials(plan, block.materials)


def _section(facts: Facts, ref: SectionRef) -> Iterator[Diagnostic]:
    entry = facts.aims.lessons.get(ref.lesson)
    if entry is None:
        yield _unknown(PLAN_SECTION, Ref(ref.lesson, ref.span), "lesson", facts.lesson_names)
    elif ref.anchor and ref.anchor not in entry.anchors and not entry.incomplete:
        message = f"{entry.title!r} has no section {ref.anchor!r}"
        names = Names(heading for heading, _ in entry.sections)
        near = names.near(ref.anchor)
        known = ", ".join(heading for heading, _ in entry.sections) or "none"
        hint = f"did you mean '{ref.lesson}#{near}'?" if near else f"its sections are: {known}"
        see = ((entry.span, "the lesson"),)
        yield PLAN_SECTION.at(ref.span, message, hint, see)


def _quiz(facts: Facts, use: QuizUse) -> Iterator[Diagnostic]:
    quiz = facts.quizzes.get(use.quiz.id)
    if quiz is None:
        yield _unknown(PLAN_QUESTION, use.quiz, "quiz", Names(facts.quizzes))
    elif not quiz.incomplete:
        known = {item.id for item in quiz.items}
        for ref in use.items:
            if ref.id not in known:
                yield _unknown(PLAN_QUESTION, ref, f"question of {quiz.id!r}", Names(known))


def _takeaway(facts: Facts, ref: Ref, part: int | None) -> Iterator[Diagnostic]:
    exercise = facts.exercises.get(ref.id)
    if exercise is None:
        yield _unknown(PLAN_TAKEAWAY, ref, "takeaway", Names(facts.exercises))
    elif part and part > exercise.steps:
        message = f"{ref.id!r} has {exercise.steps} steps, and the plan names step {part}"
        yield PLAN_TAKEAWAY.at(ref.span, message, "name one of its steps")


def _objective(facts: Facts, ref: Ref) -> Iterator[Diagnostic]:
    if facts.objective(ref.id):
        return
    entry = facts.aims.lessons.get(objective_aim(ref.id).lesson)
    if entry is None or not entry.incomplete:
        yield _unknown(PLAN_OBJECTIVE, ref, "objective", facts.objective_names)


def _materials(plan: Workshop, refs: Iterable[Ref]) -> Iterator[Diagnostic]:
    known = {material.id for material in plan.materials}
    for ref in refs:
        if ref.id not in known:
            yield _unknown(PLAN_MATERIAL, ref, "material of this plan", Names(known))


def _unknown(what: Code, ref: Ref, kind: str, names: Names) -> Diagnostic:
    hint = did_you_mean(ref.id, names, "correct the name")
    return what.at(ref.span, f"there is no {kind} {ref.id!r}", hint)
