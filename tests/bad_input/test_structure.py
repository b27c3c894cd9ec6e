"""Headings, blocks and quizzes that are built wrongly."""

from __future__ import annotations

import pytest

from .examine import (
    BODY,
    COURSE,
    FRONT,
    LESSON,
    MODULE,
    QUIZ,
    Case,
    examine,
    judge,
    lesson,
    names,
    quiz,
    told,
    write,
)


def body(name: str, text: str, *found: str) -> Case:
    """A text on line 20, below the good body."""
    return Case(name, {LESSON: lesson(body=f"{BODY}\n{text}\n")}, [f"{LESSON}:{f}" for f in found])


HEADINGS = [
    body("skipped-level", "#### Deep", "20 skipped-level"),
    body("skipped-again", "### Fine\n\n##### Deep", "22 skipped-level"),
    body("same-heading", "## How it grows", "20 same-heading"),
    body("same-heading-in-capitals", "## HOW  IT GROWS", "20 same-heading"),
    body("second-title", "# One\n\n# Two", "22 several-titles"),
    body("thousands", "\n\n".join(f"## Part {n}" for n in range(2000))),
    body("heading-of-signs", "## ???"),
    body("heading-of-html", "## <b>Bold</b> and `code`"),
    body("seven-signs", "####### Not a heading"),
]
BLOCKS = [
    body("takeaway-open", "```takeaway\ntitle: T", "20 fence-open"),
    body("takeaway-empty", "```takeaway\n```", "21 missing-key", "21 missing-key"),
    body("takeaway-no-yaml", "```takeaway\nJust text.\n```", "21 wrong-type"),
    body("takeaway-list", "```takeaway\n- a\n```", "21 wrong-type"),
    body("takeaway-unknown-key", "```takeaway\ntitle: T\nminutes: 5\nstep: x\n```",
         "23 unknown-key"),
    body("takeaway-bad-minutes", "```takeaway\ntitle: T\nminutes: soon\n```", "22 wrong-type"),
    body("takeaway-twice", "```takeaway\nid: trust-map\ntitle: T\nminutes: 5\n```",
         "20 duplicate-takeaway"),
    body("takeaway-same-title", "```takeaway\nid: two\ntitle: Draw your map\nminutes: 5\n```",
         "20 same-takeaway-title"),
    body("takeaway-in-a-list", "- a\n\n    ```takeaway\n    title: T\n    minutes: 5\n    ```"),
    Case("quiz-missing", {LESSON: lesson(body=f"{BODY}\n```quiz\nid: trsut\n```\n"), QUIZ: None},
         [f"{LESSON}:21 missing-quiz"]),
    body("quiz-twice", "```quiz\nid: trust\n```\n\n```quiz\nid: trust\n```", "25 second-quiz"),
    body("quiz-unknown-key", "```quiz\nname: trust\n```", "21 unknown-key"),
    body("quiz-empty", "```quiz\n```"),
]  # fmt: skip


def asked(name: str, question: str, *found: str) -> Case:
    """A question whose first line is line 3 of the quiz file."""
    return Case(name, {QUIZ: quiz(question)}, [f"{QUIZ}:{one}" for one in found])


CHOICE = "  - type: single-choice\n    prompt: What?\n    feedback: Why.\n    options:\n"
RIGHT = "      - {text: A promise, correct: true}\n"
WRONG = "      - {text: A contract}\n"
MANY = CHOICE.replace("single-choice", "multiple-response")
MATCHING = "  - type: matching\n    prompt: Match.\n    feedback: Why.\n    pairs:\n"
ORDERING = "  - type: ordering\n    prompt: Sort.\n    feedback: Why.\n    items:"

QUESTIONS = [
    Case("no-questions", {QUIZ: "title: Check\n"}, [f"{QUIZ}:1 missing-key"]),
    Case("zero-questions", {QUIZ: "title: Check\nquestions: []\n"}, [f"{QUIZ}:1 empty-quiz"]),
    Case("questions-is-a-text", {QUIZ: "questions: none\n"}, [f"{QUIZ}:1 wrong-type"]),
    Case("hundreds-of-questions",
         {QUIZ: quiz("".join(CHOICE.replace("What?", f"What {n}?") + RIGHT + WRONG
                             for n in range(500)))}, []),
    asked("unknown-type", CHOICE.replace("single-choice", "single-chioce") + RIGHT,
          "3 wrong-value"),
    asked("no-type", CHOICE.replace("- type: single-choice\n    ", "- ") + RIGHT, "3 missing-key"),
    asked("no-prompt", CHOICE.replace("    prompt: What?\n", "") + RIGHT + WRONG, "3 missing-key"),
    asked("no-options", CHOICE.replace("    options:\n", ""), "3 missing-key"),
    asked("one-option", CHOICE + RIGHT, "3 few-options"),
    asked("no-right-option", CHOICE + WRONG + "      - text: A gift\n", "3 no-right-option"),
    asked("two-right-options", CHOICE + RIGHT + WRONG.replace("}", ", correct: true}"),
          "3 several-right-options"),
    asked("no-wrong-option", MANY + RIGHT + WRONG.replace("}", ", correct: true}"),
          "3 no-wrong-option"),
    asked("same-option", CHOICE + RIGHT + WRONG + "      - {text: A contract, id: x}\n",
          "9 same-option"),
    asked("same-option-id", CHOICE + RIGHT + WRONG + WRONG, "9 duplicate-option"),
    asked("similar-option", CHOICE + RIGHT + WRONG + "      - {text: a contract., id: x}\n",
          "9 similar-option"),
    asked("all-of-the-above", CHOICE + RIGHT + "      - text: All of the above\n",
          "8 all-of-the-above"),
    asked("position", CHOICE.replace("Why.", "Option B is wrong.") + RIGHT + WRONG,
          "3 position-named"),
    asked("no-feedback", CHOICE.replace("    feedback: Why.\n", "") + RIGHT + WRONG,
          "3 missing-feedback"),
    asked("unknown-section", CHOICE.replace("    prompt", "    section: grow\n    prompt")
          + RIGHT + WRONG, "4 unknown-section"),
    asked("unknown-objective", CHOICE.replace("    prompt", "    objective: mpa\n    prompt")
          + RIGHT + WRONG, "4 unknown-objective"),
    asked("same-id", CHOICE.replace("- type", "- id: a\n    type") + RIGHT + WRONG
          + CHOICE.replace("- type", "- id: a\n    type").replace("What", "Who") + RIGHT + WRONG,
          "10 duplicate-question"),
    asked("contradiction", CHOICE + RIGHT + WRONG + CHOICE.replace("- type", "- id: b\n    type")
          + RIGHT.replace(", correct: true", "") + WRONG.replace("}", ", correct: true}"),
          "9 contradiction"),
    asked("true-false-without-answer",
          "  - type: true-false\n    prompt: So?\n    feedback: Yes.\n", "3 missing-key"),
    asked("true-false-in-words",
          "  - type: true-false\n    prompt: So?\n    answer: yes\n    feedback: Yes.\n",
          "5 wrong-type"),
    asked("true-false-with-options",
          "  - type: true-false\n    prompt: So?\n    answer: true\n    feedback: Yes.\n"
          "    options: [a]\n", "7 unknown-key"),
    asked("ordering-one", f"{ORDERING} [First]\n", "3 few-options"),
    asked("ordering-same", f"{ORDERING} [First, First]\n", "6 duplicate-option"),
    asked("ordering-none", f"{ORDERING}\n", "6 missing-key"),
    asked("matching-one", f"{MATCHING}      - {{text: A, answer: B}}\n", "3 few-options"),
    asked("matching-same-partner",
          f"{MATCHING}      - {{text: A, answer: X}}\n      - {{text: B, answer: X}}\n",
          "3 few-options"),
    asked("matching-without-answer",
          f"{MATCHING}      - {{text: A}}\n      - {{text: B, answer: Y}}\n", "7 missing-key"),
    asked("points-negative", CHOICE.replace("    prompt", "    points: -1\n    prompt")
          + RIGHT + WRONG, "4 wrong-value"),
    Case("pass-mark", {QUIZ: quiz(head="title: C\npass_mark: 101\n")}, [f"{QUIZ}:2 wrong-value"]),
]  # fmt: skip

CASES = [*HEADINGS, *BLOCKS, *QUESTIONS]


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_structure(case, tmp_path):
    judge(write(tmp_path, case.files), case.found)


MODULES = [
    Case("unknown-module", {COURSE: "title: T\nmodules: [people, peopel]\n"},
         [f"{COURSE}:2 unknown-module"]),
    Case("module-twice", {COURSE: "title: T\nmodules: [people, people]\n"},
         [f"{COURSE}:2 named-twice"]),
    Case("module-not-listed", {COURSE: "title: T\nmodules: []\n"},
         ["content/people:0 unlisted-module"]),
    Case("modules-in-a-block", {COURSE: "title: T\nmodules: {people: x}\n"},
         [f"{COURSE}:2 wrong-type", "content/people:0 unlisted-module"]),
    Case("unknown-lesson", {MODULE: "title: P\nlessons: [trust, trsut]\n"},
         [f"{MODULE}:2 unknown-lesson"]),
    Case("lesson-twice", {MODULE: "title: P\nlessons: [trust, trust]\n"},
         [f"{MODULE}:2 named-twice"]),
    Case("lesson-not-listed", {MODULE: "title: P\nlessons: []\n"}, [f"{LESSON}:1 unlisted-lesson"]),
    Case("lesson-outside", {MODULE: "title: P\nlessons: [trust, ../../secret]\n"},
         [f"{MODULE}:2 unknown-lesson"]),
    Case("no-module-file", {MODULE: None}, ["content/people:0 untitled-module"]),
    Case("empty-module", {"content/later/module.yml": "title: Later\n",
                          COURSE: "title: T\nmodules: [people, later]\n"},
         ["content/later/module.yml:1 empty-module"]),
    Case("no-course-file", {COURSE: None}, []),
    Case("orphan-quiz", {"quizzes/other.yml": quiz()},
         ["quizzes/other.yml:1 orphan-quiz", f"{QUIZ}:3 repeated-question"]),
    Case("unknown-tag", {COURSE: "title: T\nmodules: [people]\ntags: {new: New}\n",
                         LESSON: lesson(FRONT + "tags: [news]\n")}, [f"{LESSON}:6 unknown-tag"]),
    Case("tags-of-one-address", {LESSON: lesson(FRONT + "tags: [a b, a-b]\n")},
         [f"{LESSON}:6 address-collision"]),
    Case("unknown-related", {LESSON: lesson(FRONT + "related: [trsut]\n")},
         [f"{LESSON}:6 unknown-related"]),
    Case("related-to-itself", {LESSON: lesson(FRONT + "related: [trust]\n")},
         [f"{LESSON}:6 related-to-itself"]),
    Case("same-objective", {LESSON: lesson(FRONT + "  - map: Again\n")},
         [f"{LESSON}:6 duplicate-objective"]),
]  # fmt: skip


@pytest.mark.parametrize("case", MODULES, ids=names(MODULES))
def test_modules(case, tmp_path):
    judge(write(tmp_path, case.files), case.found)


def test_ids_that_two_lessons_share(tmp_path):
    files = {
        "content/a/module.yml": "title: A\n",
        "content/a/trust.md": lesson(),
        COURSE: "title: T\nmodules: [people, a]\n",
    }
    report = examine(write(tmp_path, files))
    assert (
        told(report)
        == [
            f"{LESSON}:14 duplicate-takeaway",
            "content/a/trust.md:1 duplicate-lesson",
        ][::-1]
    )
    assert [f.see[0][0].path for f in report] == [LESSON, "content/a/trust.md"]


def test_lessons_that_are_related_in_a_circle_are_fine(tmp_path):
    other = lesson(FRONT + "related: [trust]\n").replace("trust-map", "other-map")
    files = {
        LESSON: lesson(FRONT + "related: [other]\n"),
        "content/people/other.md": other,
        MODULE: "title: P\n",
    }
    judge(write(tmp_path, files), [])


def test_a_folder_with_nothing_in_it(tmp_path):
    assert told(examine(tmp_path)) == []
