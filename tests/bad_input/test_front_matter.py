from __future__ import annotations

import pytest

from .examine import COURSE, FRONT, LESSON, QUIZ, Case, judge, lesson, names, write

LAUGHS = "tags: &a [x, x]\nrelated: &b [*a, *a]\nsources: [*b, *b]\n"


def case(name: str, front: str, *found: str) -> Case:
    return Case(name, {LESSON: lesson(front)}, [f"{LESSON}:{one}" for one in found])


def more(name: str, line: str, *found: str) -> Case:
    """The good front matter with lines added to its end (from line 6)."""
    return case(name, FRONT + line + "\n", *found)


CASES = [
    more("never-closed-bracket", "tags: [a, b", "6 yaml-syntax"),
    more("never-closed-quote", 'subtitle: "Trust', "6 yaml-syntax"),
    more("colon-in-text", "subtitle: Trust: a start", "6 yaml-syntax"),
    more("tab", "image:\n\tsrc: a.png", "7 yaml-syntax"),
    more("bad-indent", "  subtitle: Trust", "6 yaml-syntax"),
    more("at-sign", "subtitle: @trust", "6 yaml-syntax"),
    more("percent", "subtitle: %trust", "6 yaml-syntax"),
    more("backtick", "subtitle: `trust`", "6 yaml-syntax"),
    more("duplicate-key", "title: Again", "6 duplicate-key"),
    more("unknown-key", "sumary: x", "6 unknown-key"),
    more("title-is-a-list", "subtitle: [a, b]", "6 wrong-type"),
    more("title-is-a-block", "subtitle:\n  a: b", "7 wrong-type"),
    more("minutes-in-words", "minutes: ten", "6 wrong-type"),
    more("minutes-negative", "minutes: -5", "6 wrong-value"),
    more("minutes-zero", "minutes: 0", "6 wrong-value"),
    more("minutes-with-a-point", "minutes: 1.5", "6 wrong-type"),
    more("minutes-quoted", 'minutes: "5"', "6 wrong-type"),
    more("minutes-as-time", "minutes: 1:30", "6 wrong-type"),
    more("minutes-octal", "minutes: 010", "6 wrong-type"),
    more("minutes-huge", f"minutes: {'9' * 5000}", "6 wrong-type"),
    more("minutes-infinite", "minutes: .inf", "6 wrong-type"),
    more("tags-null", "tags: null"),
    more("tags-empty", "tags:"),
    more("tags-with-a-block", "tags:\n  - {a: b}", "7 wrong-type"),
    more("billion-laughs", LAUGHS.rstrip(), "6 yaml-feature", *["7 yaml-feature"] * 3,
         *["8 yaml-feature"] * 2),
    more("python-tag", "subtitle: !!python/object/apply:os.system ['true']", "6 wrong-type",
         "6 yaml-feature"),
    more("binary-tag", "subtitle: !!binary aGk=", "6 yaml-feature"),
    more("anchor", "subtitle: &name Trust", "6 yaml-feature"),
    more("merge-key", "<<: {title: x}", "6 yaml-feature"),
    more("list-as-key", "? [a, b]\n: c", "6 yaml-syntax"),
    more("second-document", "...\n--- \nx: y"),
    more("too-deep", "subtitle: " + "[" * 50 + "]" * 50, "6 yaml-depth"),
    more("far-too-deep", "subtitle: " + "[" * 5000, "6 yaml-syntax"),
    more("too-many-values", "tags: [" + "a, " * 10_500 + "a]", "6 yaml-size"),
    more("too-long", "subtitle: " + "x" * 70_000, "1 yaml-size"),
    Case("a-list", {LESSON: lesson("- a\n- b\n"), QUIZ: None},
         [f"{LESSON}:1 missing-objectives", f"{LESSON}:1 missing-summary"]),
    case("objective-without-text", FRONT + "  - {id: ask}\n", "6 missing-key"),
    case("picture-without-file", FRONT + "image:\n  alt: A map\n", "7 missing-key"),
    case("source-without-text", FRONT + "sources:\n  - link: https://example.org\n",
         "7 missing-key"),
    case("source-with-bad-link", FRONT + "sources:\n  - {text: A, link: example.org}\n",
         "7 wrong-value"),
    case("comment-eats-text", FRONT + "subtitle: C # minor\n", "6 lost-text"),
    Case("never-closed", {LESSON: "---\n" + FRONT + "\nText.\n"},
         [f"{LESSON}:1 front-matter-open"]),
    Case("course-language", {COURSE: "title: T\nlanguage: English!\nmodules: [people]\n"},
         [f"{COURSE}:2 wrong-value"]),
    Case("course-pass-mark", {COURSE: "title: T\npass_mark: 120\nmodules: [people]\n"},
         [f"{COURSE}:2 wrong-value"]),
    Case("course-shell", {COURSE: "title: T\nshell: corse\nmodules: [people]\n"},
         [f"{COURSE}:2 wrong-value"]),
    Case("course-level", {COURSE: "title: T\nlevels: {broken-link: loud}\nmodules: [people]\n"},
         [f"{COURSE}:2 wrong-value"]),
    Case("course-level-unknown",
         {COURSE: "title: T\nlevels: {brokn-link: off}\nmodules: [people]\n"},
         [f"{COURSE}:1 unknown-code"]),
    Case("course-url", {COURSE: "title: T\nurl: javascript:alert(1)\nmodules: [people]\n"},
         [f"{COURSE}:2 wrong-value"]),
    Case("course-without-title", {COURSE: "modules: [people]\n"}, [f"{COURSE}:1 missing-key"]),
    Case("course-is-a-list", {COURSE: "- a\n"}, [f"{COURSE}:1 wrong-type"]),
    Case("course-is-a-text", {COURSE: "Trust\n"}, [f"{COURSE}:1 wrong-type"]),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_front_matter(case, tmp_path):
    judge(write(tmp_path, case.files), case.found)
