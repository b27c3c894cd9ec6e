"""All rules by what they look at. To add one, write its function and its code, and name it here.

A rule takes what its scope says and yields findings; it does not know which other rules run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from builder.check import (
    alignment,
    banks,
    destinations,
    draws,
    headings,
    identity,
    images,
    kinds,
    levels,
    likeness,
    links,
    modules,
    names,
    objectives,
    pictures,
    policies,
    questions,
    quiz_places,
    quizzes,
    related,
    stems,
    structure,
    tags,
    waivers,
    wording,
)
from builder.check.facts import Facts
from builder.check.images import Image
from builder.check.text import Text
from builder.check.workshop import blocks, cohorts, evaluation, promises, references, timing
from builder.diagnostics import Diagnostic
from builder.model.lesson import Lesson
from builder.model.questions import Question
from builder.model.quiz import Quiz
from builder.model.workshop import Workshop

Findings: TypeAlias = Iterable[Diagnostic]


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules by scope. Those of `text` run on lessons and on pages that are none."""

    lesson: tuple[Callable[[Lesson], Findings], ...] = ()
    text: tuple[Callable[[Text], Findings], ...] = ()
    quiz: tuple[Callable[[Quiz], Findings], ...] = ()
    question: tuple[Callable[[Question], Findings], ...] = ()
    image: tuple[Callable[[Image], Findings], ...] = ()
    workshop: tuple[Callable[[Workshop], Findings], ...] = ()
    course: tuple[Callable[[Facts], Findings], ...] = ()


RULES = Rules(
    lesson=(
        structure.missing_summary,
        structure.missing_objectives,
        structure.missing_takeaway,
        structure.duplicate_objective,
        structure.duplicate_takeaway,
        structure.same_takeaway_title,
        objectives.vague_objective,
        objectives.many_objectives,
        objectives.double_objective,
    ),
    text=(
        headings.skipped_level,
        headings.several_titles,
        headings.empty_heading,
        headings.same_heading,
        pictures.no_source,
        pictures.missing_alt,
        pictures.alt_file_name,
        pictures.long_alt,
        pictures.remote_picture,
        links.link_text,
        links.vague_link,
        links.link_scheme,
        links.absolute_link,
    ),
    quiz=(
        quizzes.empty_quiz,
        pictures.quiz_pictures,
        links.quiz_links,
        likeness.alike_in_quiz,
        policies.policy_conflict,
        policies.short_time,
        banks.habits_in_quiz,
    ),
    question=(
        waivers.waivers,
        questions.missing_prompt,
        questions.same_option,
        questions.similar_option,
        wording.missing_feedback,
        wording.thin_feedback,
        stems.negative_stem,
        stems.unfocused_stem,
        stems.long_stem,
        stems.blank_inside,
        kinds.kind_findings,
    ),
    image=(
        images.image_type,
        images.unsafe_svg,
        images.image_location,
        images.image_size,
    ),
    workshop=(
        blocks.activity_without_task,
        blocks.activity_without_debrief,
        blocks.if_short,
        blocks.script,
        timing.plan_duration,
        timing.long_input,
        timing.missing_break,
        timing.shares,
        promises.promises,
        evaluation.no_reaction_form,
        evaluation.tests,
        evaluation.group_size,
        evaluation.room_only_activity,
    ),
    course=(
        structure.long_lesson,
        identity.duplicate_lesson,
        identity.duplicate_quiz,
        identity.duplicate_takeaway_in_course,
        tags.unknown_tag,
        tags.unused_tag,
        related.unknown_related,
        related.related_to_itself,
        related.repeated_related,
        destinations.link_targets,
        destinations.image_targets,
        destinations.unused_image,
        images.image_weight,
        quiz_places.missing_quiz,
        quiz_places.orphan_quiz,
        quiz_places.unknown_section,
        quiz_places.unknown_objective,
        draws.draws,
        likeness.alike_in_course,
        banks.habits_in_course,
        alignment.exercise_objectives,
        alignment.assessed_objectives,
        alignment.tagged_questions,
        alignment.section_after_quiz,
        alignment.only_recall,
        alignment.few_questions,
        alignment.short_lesson,
        modules.empty_module,
        modules.untitled_module,
        modules.orphan_page,
        modules.refused_file,
        names.address_collision,
        names.module_collision,
        names.tag_collision,
        names.reserved_address,
        names.reserved_name,
        names.unportable_name,
        names.long_name,
        names.long_address,
        references.references,
        cohorts.text_among_plans,
        cohorts.duplicate_workshop,
        cohorts.cohorts,
        levels.unknown_code,
    ),
)
