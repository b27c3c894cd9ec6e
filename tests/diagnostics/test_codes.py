import pytest

from builder.diagnostics import Level, Span, all_codes, code
from builder.read import course, files, lesson, quiz, yaml_value

READERS = (course, files, lesson, quiz, yaml_value)


def test_a_finding_has_the_level_of_its_code():
    found = all_codes()["unknown-key"].at(Span("a.yml", 1, 2), "message", "hint")
    assert (found.code, found.level, found.hint) == ("unknown-key", Level.ERROR, "hint")


def test_a_code_is_declared_once():
    with pytest.raises(ValueError, match="unknown-key"):
        code("unknown-key", Level.ERROR, "Title", "Explanation")


@pytest.mark.parametrize("name", sorted(all_codes()))
def test_every_code_is_explained(name):
    found = all_codes()[name]
    assert found.title
    assert not found.title.endswith(".")
    assert found.explanation == found.explanation.strip()
    assert len(found.explanation) > 40
    assert name == name.lower()
    assert " " not in name
