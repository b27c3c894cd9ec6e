from __future__ import annotations

import pytest

from .examine import (
    COURSE,
    GOOD,
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

TEXT = lesson()

CASES = [
    Case("lesson-latin-1", {LESSON: TEXT.replace("slowly", "caf\u00e9").encode("latin-1")},
         [f"{LESSON}:12 encoding"]),
    Case("lesson-utf-16-le", {LESSON: TEXT.encode("utf-16")}, [f"{LESSON}:1 encoding"]),
    Case("lesson-utf-16-be", {LESSON: b"\xfe\xff" + TEXT.encode("utf-16-be")},
         [f"{LESSON}:1 encoding"]),
    Case("lesson-nul", {LESSON: TEXT.replace("slowly", "slow\0ly")},
         [f"{LESSON}:12 control-character"]),
    Case("lesson-escape", {LESSON: TEXT.replace("slowly", "\x1b[31mslowly")},
         [f"{LESSON}:12 control-character"]),
    Case("lesson-truncated-utf-8", {LESSON: TEXT.encode() + b"\n\xe2\x82"},
         [f"{LESSON}:20 encoding"]),
    Case("lesson-overlong-utf-8", {LESSON: TEXT.encode() + b"\xc0\xaf"},
         [f"{LESSON}:19 encoding"]),
    Case("lesson-surrogate", {LESSON: TEXT.encode() + b"\xed\xa0\x80"},
         [f"{LESSON}:19 encoding"]),
    Case("lesson-binary", {LESSON: bytes(range(256))},
         [f"{LESSON}:1 control-character", f"{LESSON}:3 encoding"]),
    Case("quiz-latin-1", {QUIZ: quiz().replace("worth", "w\u00f6rth").encode("latin-1")},
         [f"{QUIZ}:11 encoding"]),
    Case("quiz-utf-16", {QUIZ: quiz().encode("utf-16")},
         [f"{QUIZ}:1 encoding", f"{QUIZ}:1 missing-key"]),
    Case("quiz-nul", {QUIZ: quiz().replace("worth", "wo\0rth")}, [f"{QUIZ}:11 control-character"]),
    Case("course-latin-1", {COURSE: "title: Caf\u00e9\nmodules: [people]\n".encode("latin-1")},
         [f"{COURSE}:1 encoding"]),
    Case("module-utf-16", {MODULE: "title: People\n".encode("utf-16")},
         [f"{MODULE}:1 encoding"]),
    Case("quiz-empty", {QUIZ: b""}, [f"{QUIZ}:1 missing-key"]),
    Case("course-empty", {COURSE: b""}, [f"{COURSE}:1 missing-key"]),
    Case("module-empty", {MODULE: b""}, []),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_encoding(case, tmp_path):
    judge(write(tmp_path, case.files), case.found)


def test_an_empty_lesson_lacks_what_a_lesson_has(tmp_path):
    found = told(examine(write(tmp_path, {LESSON: b""})))
    assert f"{LESSON}:1 missing-summary" in found


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
def test_line_ends_and_byte_order_marks_change_nothing(end, mark, tmp_path):
    broken = {
        path: mark + str(text).replace("how-it-grows)", "nowhere)").replace("\n", end).encode()
        for path, text in GOOD.items()
    }
    report = judge(write(tmp_path, broken), [f"{LESSON}:8 broken-anchor"])
    assert [f.span.column for f in report] == [10]
