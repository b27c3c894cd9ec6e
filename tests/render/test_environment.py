"""Templates and where they come from."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from builder.render.environment import TEMPLATES, environment, fingerprint
from builder.render.site import SiteRenderer
from render.samples import course


def test_an_override_wins_and_the_rest_stays(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("mine", encoding="utf-8")
    env = environment(tmp_path)
    assert env.get_template("404.html").render() == "mine"
    assert env.get_template("base.html").filename == str(TEMPLATES / "base.html")


def test_an_override_can_extend_what_it_stands_for(tmp_path: Path) -> None:
    text = '{% extends "builder/tags.html" %}{% block footer %}Mine{% endblock %}'
    (tmp_path / "tags.html").write_text(text, encoding="utf-8")
    document = SiteRenderer(course(), tmp_path).tags()
    assert "Mine" in document
    assert "Getting started" in document


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        environment().from_string("{{ nothing }}").render()


def test_values_are_escaped() -> None:
    assert environment().from_string("{{ x }}").render(x="<&\"'>") == "&lt;&amp;&#34;&#39;&gt;"


def test_every_template_compiles() -> None:
    env = environment()
    names = env.list_templates(filter_func=lambda name: name.endswith(".html"))
    assert len(names) > 10
    for name in names:
        env.get_template(name)


def test_the_fingerprint_sees_every_change(tmp_path: Path) -> None:
    base = fingerprint()
    assert fingerprint(tmp_path) != ""
    seen = {base, fingerprint(tmp_path)}
    for name, text in (
        ("a.html", "x"),
        ("a.html", "y"),
        ("b/a.html", "y"),
        ("strings.yml", "en: {}"),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        seen.add(fingerprint(tmp_path))
    assert len(seen) == 6
    (tmp_path / "picture.png").write_bytes(b"x")
    assert fingerprint(tmp_path) in seen


def test_the_fingerprint_does_not_see_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"x\ny\n")
    unix = fingerprint(tmp_path)
    (tmp_path / "a.html").write_bytes(b"x\r\ny\r\n")
    assert fingerprint(tmp_path) == unix
