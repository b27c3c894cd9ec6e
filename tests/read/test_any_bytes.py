"""No file, whatever is in it, stops a reader: a value and findings with their file, always."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.check import check_workshop
from builder.diagnostics import all_codes
from builder.model.catalogue import lesson_entry, quiz_entry
from builder.model.tree import Tree
from builder.read.cohort import read_cohort
from builder.read.course import read_course
from builder.read.lesson import read_lesson
from builder.read.page import read_page
from builder.read.quiz import read_quiz
from builder.read.text import decode
from builder.read.workshop import read_workshop
from builder.read.yaml_nodes import PARSER, PureParser, parse

PIECES = st.sampled_from(
    [b"---\n", b"title: ", b"questions:\n", b"  - ", b"type: single-choice\n", b"type: matching\n",
     b"type: ordering\n", b"type: true-false\n", b"prompt: x\n", b"options:\n", b"    - text: a\n",
     b"pairs: ", b"items: ", b"[a, b]\n", b"{a: b}\n", b"{", b"[", b"]", b"}", b"id: ", b"\n",
     b"modules: ", b"lessons: ", b"tags:\n", b"levels: ", b"image: ", b"objectives:\n", b"&a ",
     b"*a ", b"!t ", b"<<: ", b"? ", b"| \n", b">-\n", b"'", b'"', b"#", b" # ", b"\t", b"\r\n",
     b"\xef\xbb\xbf", b"\xff\xfe", b"\xff", b"\x00", b"\xc2\x85", b"\xe2\x80\xa8", b"```takeaway\n",
     b"```quiz\n", b"```\n", b"minutes: 5\n", b"answer: yes\n", b"correct: true\n", b": ", b"- ",
     b"schema: workshop/1\n", b"duration: 9\n", b"blocks:\n", b"kind: open\n", b"if_short: ",
     b"online: ", b"```facilitator\n", b"prompt: x\n", b"a", "é".encode(), b"...\n", b"%", b"@",
     b"`", b"# H\n", b"<h1>t</h1>\n", b"summary: "]
)  # fmt: skip
ANY = st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=25).map(b"".join))


def course(path, data):
    return read_course(Tree("content", "", {path: 1, "content/m/a.md": 1}), {path: data})


READERS = {
    "content/m/a.md": read_lesson,
    "content/index.md": read_page,
    "quizzes/a.yml": read_quiz,
    "content/course.yml": course,
    "content/m/module.yml": course,
    "content/workshops/a.yml": read_workshop,
    "content/workshops/cohorts/a.yml": read_cohort,
}


@pytest.mark.parametrize("path", READERS)
@given(data=ANY)
@settings(max_examples=250, deadline=None)
def test_reading_never_fails(path, data):
    result = READERS[path](path, data)
    known = all_codes()
    rows = data.count(b"\n") + data.count(b"\r") + 2
    for finding in result.findings:
        assert finding.span.path in (path, "content/m/a.md", "content/m")
        assert finding.code in known
        assert finding.message
        assert 0 <= finding.span.line <= rows
    # The same bytes give the same, and what others are told of it can be made.
    assert READERS[path](path, data) == result
    if path.endswith("a.md"):
        lesson_entry(result.value, "en")
    if path.startswith("quizzes"):
        quiz_entry(result.value)
    if path == "content/workshops/a.yml":
        check_workshop(result.value)


@given(data=ANY)
@settings(max_examples=150, deadline=None)
def test_line_ends_make_no_difference(data):
    text = data.replace(b"\r", b"")
    for path, read in READERS.items():
        assert read(path, text) == read(path, text.replace(b"\n", b"\r\n"))


@given(data=ANY)
@settings(max_examples=300, deadline=None)
def test_both_parsers_agree_on_what_can_be_read(data):
    text = decode("a.yml", data).value
    fast, slow = (parse(text, "a.yml", parser=parser) for parser in (PARSER, PureParser))
    if not fast[1] and not slow[1]:
        assert plain(fast[0]) == plain(slow[0])


def plain(node):
    if node is None:
        return None
    if hasattr(node, "entries"):
        return (node.line, node.column, {k: plain(v) for k, v in node.entries.items()})
    if hasattr(node, "items"):
        return (node.line, node.column, [plain(item) for item in node.items])
    # An absent value has no place of its own; the parsers put it where they noticed.
    return (node.line, node.column, node.text) if node.text else ""
