"""The cache is kept apart from the course, and nothing is ever wrong for want of it."""

import pickle

import pytest

from builder.pipeline import cache


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSEWRIGHT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_is_remembered_is_recalled_for_the_same_course_and_subject(tmp_path):
    cache.remember(tmp_path / "a", "texts", {"x": 1})
    assert cache.recall(tmp_path / "a", "texts") == {"x": 1}
    assert cache.recall(tmp_path / "b", "texts") == {}
    assert cache.recall(tmp_path / "a", "other") == {}


@pytest.mark.parametrize("damage", [b"", b"nonsense", pickle.dumps(3), pickle.dumps((b"", {}))])
def test_a_damaged_cache_is_an_empty_one(tmp_path, home, damage):
    cache.remember(tmp_path, "texts", {"x": 1})
    (file,) = home.iterdir()
    file.write_bytes(damage)
    assert cache.recall(tmp_path, "texts") == {}


def test_another_version_of_the_program_starts_anew(tmp_path, monkeypatch):
    cache.remember(tmp_path, "texts", {"x": 1})
    monkeypatch.setattr(cache, "fingerprint", lambda: b"another")
    assert cache.recall(tmp_path, "texts") == {}


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("COURSEWRIGHT_CACHE", str(tmp_path / "file" / "below"))
    cache.remember(tmp_path, "texts", {"x": 1})
    assert cache.recall(tmp_path, "texts") == {}


def test_the_cache_lies_outside_the_course(tmp_path, monkeypatch):
    monkeypatch.delenv("COURSEWRIGHT_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache.folder() == tmp_path / "xdg" / "coursewright"


def test_only_parts_with_a_change_are_packed_again(tmp_path, monkeypatch):
    names = {f"{n}.md": [n] for n in range(200)}
    cache.remember(tmp_path, "texts", names)
    last = cache.recall(tmp_path, "texts")
    now = dict(last) | {"7.md": ["new"]}
    packed = []
    real = cache._pickled
    monkeypatch.setattr(cache, "_pickled", lambda part: packed.append(part) or real(part))
    cache.remember(tmp_path, "texts", now, last)
    assert len(packed) == 1
    assert packed[0]["7.md"] == ["new"]
    assert cache.recall(tmp_path, "texts") == now


def test_what_is_gone_and_what_is_new_is_noticed(tmp_path):
    cache.remember(tmp_path, "texts", {f"{n}.md": [n] for n in range(50)})
    last = cache.recall(tmp_path, "texts")
    now = {name: value for name, value in last.items() if name != "3.md"} | {"x.md": [1]}
    cache.remember(tmp_path, "texts", now, last)
    assert cache.recall(tmp_path, "texts") == now
