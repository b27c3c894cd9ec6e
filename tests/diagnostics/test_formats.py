import json

import pytest

from builder.diagnostics import Code, Diagnostic, Level, Report, Span
from builder.diagnostics.formats import render, summary

CODE = Code("some-code", Level.ERROR, "Title", "Explanation")
TEXT = "title: One\n\tcorect: yes\n漢字漢字: x\n" + "a" * 300 + "\n"


def found(line=2, column=2, message="unknown key 'corect'", hint="", see=(), path="quizzes/t.yml"):
    return CODE.at(Span(path, line, column), message, hint, see)


def as_text(*findings, colour=False, text=TEXT):
    return render(Report(findings), "text", lambda path: text, colour)


def test_text_names_place_level_message_and_code():
    assert as_text(found()).startswith(
        "quizzes/t.yml:2:2: error: unknown key 'corect' [some-code]\n"
    )


def test_text_shows_the_source_line_with_a_caret_that_keeps_tabs():
    lines = as_text(found()).splitlines()
    assert lines[1] == "     2 | \tcorect: yes"
    assert lines[2] == "       | \t^"


def test_the_caret_stands_below_wide_characters():
    lines = as_text(found(3, 5)).splitlines()
    assert lines[2].index("^") - lines[2].index("|") == 2 + 4 * 2


def test_hint_and_related_places_follow():
    shown = as_text(found(hint="did you mean 'correct'?", see=((Span("a.yml", 1, 2), "first"),)))
    assert "hint: did you mean 'correct'?\n" in shown
    assert "see: a.yml:1:2: first\n" in shown


def test_a_long_line_is_cut_around_the_column():
    lines = as_text(found(4, 200)).splitlines()
    assert len(lines[1]) < 150
    assert lines[1].startswith("     4 | ... a")
    assert lines[1].endswith("a ...")
    assert lines[2].index("^") == len("       | ... ") + 60


def test_a_finding_about_a_whole_file_shows_no_line():
    assert as_text(found(0, 0)) == "quizzes/t.yml:1:1: error: unknown key 'corect' [some-code]\n"


@pytest.mark.parametrize("line", [99, 5])
def test_a_line_that_is_not_there_is_not_shown(line):
    assert "|" not in as_text(found(line, 1))


def test_a_file_that_cannot_be_shown_is_no_reason_to_fail():
    assert render(Report([found()]), "text", lambda path: None, False).count("\n") == 1


def test_each_source_is_asked_for_once():
    asked = []
    render(Report([found(1), found(2)]), "text", asked.append, False)
    assert asked == ["quizzes/t.yml"]


def test_a_report_cannot_steer_the_terminal():
    evil = found(1, 1, "bad \x1b[2J", path="a\x1b.md")
    assert "\x1b" not in as_text(evil, text="x \x1b]0;title\x07")


def test_colour_only_when_asked():
    assert "\x1b" not in as_text(found(hint="h"))
    assert "\x1b[1;31merror:\x1b[0m" in as_text(found(), colour=True)


def test_findings_come_in_order_of_place():
    shown = as_text(found(3, 1), found(1, 1), found(2, 9), found(2, 1))
    places = [line.split(": ")[0] for line in shown.splitlines() if "error:" in line]
    assert places == [f"quizzes/t.yml:{p}" for p in ("1:1", "2:1", "2:9", "3:1")]


def test_github_annotations_escape_what_would_end_them():
    finding = found(0, 0, "50% of\nlines", "a: b, c", path="a,b:c%.md")
    assert render(Report([finding]), "github", lambda path: None) == (
        "::error file=a%2Cb%3Ac%25.md,line=1,col=1,title=some-code::"
        "50%25 of%0Alines%0Ahint: a: b, c\n"
    )


@pytest.mark.parametrize(("level", "word"), [("warning", "warning"), ("info", "notice")])
def test_github_has_its_own_words_for_levels(level, word):
    finding = Diagnostic(Span("a.md", 1, 1), "c", Level(level), "m")
    assert render(Report([finding]), "github", lambda path: None).startswith(f"::{word} file=")


def test_json_has_one_object_per_finding_with_all_keys():
    rows = json.loads(
        render(Report([found(hint="h", see=((Span("b.md", 1, 1), "s"),))]), "json", lambda p: None)
    )
    assert rows == [
        {
            "path": "quizzes/t.yml",
            "line": 2,
            "column": 2,
            "level": "error",
            "code": "some-code",
            "message": "unknown key 'corect'",
            "hint": "h",
            "see": [{"path": "b.md", "line": 1, "column": 1, "message": "s"}],
        }
    ]


def test_json_of_nothing_is_an_empty_list():
    assert json.loads(render(Report(), "json", lambda path: None)) == []


def test_an_unknown_format_is_named():
    with pytest.raises(ValueError, match="yaml"):
        render(Report(), "yaml", lambda path: None)


def test_the_summary_counts_levels_and_files():
    warning = Diagnostic(Span("b.md", 1, 1), "c", Level.WARNING, "m")
    info = Diagnostic(Span("b.md", 2, 1), "c", Level.INFO, "m")
    assert summary(Report([found(), found(3), warning, info])) == (
        "2 errors, 1 warning, 1 remark in 2 files"
    )
    assert summary(Report([found()])) == "1 error in 1 file"
    assert summary(Report()) == "nothing to complain about"
