"""How alike two texts are."""

import random

import pytest

from builder.model.likeness import folded, groups, likeness, may_be_alike, sketch


def test_what_makes_no_difference():
    assert folded("  What\n builds  Trust. ") == "what builds trust"


@pytest.mark.parametrize(
    ("one", "other", "degree"),
    [("abc", "abc", 1), ("abc", "xyz", 0), ("", "", 0), ("ab", "abc", 1 / 4)],
)
def test_likeness_is_shared_groups_of_three(one, other, degree):
    # "ab" has the groups ^ab and ab$, "abc" ^ab, abc and bc$.
    assert likeness(groups(one), groups(other)) == pytest.approx(degree)


def changed(chance, text, times):
    for _ in range(times):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice("abcdefgh ") + text[at + 1 :]
    return text


def test_sketches_of_texts_that_are_alike_meet():
    chance = random.Random(3)
    met = alike = 0
    for _ in range(400):
        text = "".join(chance.choices("abcdefghijklmnopqrst ", k=chance.randint(40, 200)))
        other = changed(chance, text, chance.randint(1, 3))
        if likeness(groups(text), groups(other)) >= 0.9:
            alike += 1
            one, two = sketch(text), sketch(other)
            shared = set(one.bands) & set(two.bands) - {0}
            met += bool(shared) and may_be_alike(one, two)
    assert alike > 100
    assert met / alike > 0.99


def test_sketches_of_other_texts_do_not_meet():
    chance = random.Random(4)
    texts = ["".join(chance.choices("abcdefghijklmnopqrst ", k=100)) for _ in range(60)]
    sketches = [sketch(text) for text in texts]
    assert not any(may_be_alike(a, b) for i, a in enumerate(sketches) for b in sketches[:i])


def test_a_text_without_groups_has_no_band():
    assert set(sketch("").bands) == {0}
    assert set(sketch("a text with many groups, so that no band is empty at all").bands) != {0}
