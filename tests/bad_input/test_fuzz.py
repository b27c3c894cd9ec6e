"""Whatever bytes the files hold: a report, never an exception, and always with a place."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.check import check_course, check_lesson, check_quiz, settle
from builder.diagnostics.formats import FORMATS, render
from builder.model.catalogue import lesson_entry, quiz_entry
from builder.model.tree import Tree
from builder.read.course import assemble, read_course
from builder.read.lesson import read_lesson
from builder.read.quiz import read_quiz

from .examine import COURSE, GOOD, LESSON, MODULE, QUIZ

BITS = [
    b"\0", b"\xff", b"\xef\xbb\xbf", b"\r", b"\n", b"\n\n", b"---\n", b"```", b"```quiz\n",
    b"[", b"]",
    b"](", b"![", b"{", b"}", b": ", b"- ", b"# ", b"&a ", b"*a ", b"!!x ", b"'", b'"', b"|", b">",
    b"<a href=", b"<!--", b"../", b"%", b"%ff", b"#", b"?", b"javascript:", b"\xe2\x80\xae",
    b"\xf0\x9f\x98\x80", b"true", b"9" * 400, b"\t", b"    ", b"id: x\n", b"title:\n",
]  # fmt: skip


@st.composite
def changed(draw, path):
    """The good file with pieces cut out and bits put in."""
    data = str(GOOD[path]).encode()
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 30)))
        piece = draw(st.sampled_from(BITS) | st.binary(max_size=8))
        data = data[:start] + piece + data[end:]
    return data


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changed(COURSE), changed(MODULE), changed(LESSON), changed(QUIZ))
def test_any_bytes(course_file, module_file, lesson_file, quiz_file):
    data = {COURSE: course_file, MODULE: module_file, LESSON: lesson_file, QUIZ: quiz_file}
    tree = Tree("content", "quizzes", {path: len(text) for path, text in sorted(data.items())})
    skeleton = read_course(tree, {COURSE: course_file, MODULE: module_file})
    lesson, quiz = read_lesson(LESSON, lesson_file), read_quiz(QUIZ, quiz_file)
    entries = {LESSON: lesson_entry(lesson.value, skeleton.value.course.language)}
    course = assemble(skeleton.value, entries, [quiz_entry(quiz.value)], {})
    report = settle(
        course,
        [
            *(*skeleton.findings, *lesson.findings, *quiz.findings),
            *(*check_lesson(lesson.value), *check_quiz(quiz.value), *check_course(course, tree)),
        ],
    )
    texts = {path: text.decode("utf-8", "replace") for path, text in data.items()}
    for form in FORMATS:
        render(report, form, texts.get)
    known = {*data, "content/people", "content"}
    assert {finding.span.path for finding in report} <= known
    assert all(0 <= finding.span.line <= len(texts.get(finding.span.path, "").splitlines()) + 1
               for finding in report)  # fmt: skip
