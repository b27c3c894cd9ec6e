import pytest

from builder.read.prose import count, excerpt, plain


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("plain  text\nhere", "plain text here"),
        ("**a** __b__ *c* _d_ ~~e~~ ==f==", "a b c d e f"),
        ("snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4"),
        ("`code` ``a ` b``", "code a b"),
        ("[text](x_(y).md) [other][r] [short]", "text other [short]"),
        ("![alt](p.png) after", "alt after"),
        ("<b>bold</b> <br/> <https://a.b>", "bold https://a.b"),
        ("a &amp; b &lt;c&gt;", "a & b <c>"),
        (r"\*not\* \# this", "*not* # this"),
        ("note[^1] here", "note here"),
        ("Title {#id .c}", "Title"),
        ("C++ 5 < 6", "C++ 5 < 6"),
        (r"`a\b` \[no](x)", r"a\b [no](x)"),
        ("", ""),
    ],
)
def test_plain_text(markdown, text):
    assert plain(markdown) == text


def test_pictures_may_be_left_out():
    assert plain("![alt](p.png) after", images=False) == "after"


@pytest.mark.parametrize(
    ("text", "words", "characters"),
    [
        ("one two-three four's", 3, 0),
        ("— - * | 5 %", 1, 0),
        ("été größe слово", 3, 0),
        ("信頼は大切", 0, 5),
        ("信頼 is trust。", 2, 2),
        ("한국어", 0, 3),
        ("&nbsp; a &amp; b", 2, 0),
        (":material-check: done", 1, 0),
        ("", 0, 0),
    ],
)
def test_words_and_characters(text, words, characters):
    assert count(text) == (words, characters)


def test_a_short_paragraph_is_its_own_excerpt():
    assert excerpt("Trust *grows*. Slowly.") == "Trust grows. Slowly."


def test_an_excerpt_ends_with_a_sentence():
    text = "Trust grows slowly in small steps that people can see. " * 6
    assert excerpt(text) == "Trust grows slowly in small steps that people can see. " * 1 + (
        "Trust grows slowly in small steps that people can see."
    )


def test_an_abbreviation_before_a_small_letter_is_no_sentence_end():
    text = "This holds for many people, e.g. those who listen and ask, " + "and so on " * 20
    assert not excerpt(text).endswith("e.g.")


def test_a_long_sentence_is_cut_at_a_word():
    found = excerpt("word " * 100)
    assert found.endswith("word\u2026")
    assert len(found) <= 161


def test_a_text_without_spaces_is_cut_too():
    assert len(excerpt("信" * 500)) <= 161


def test_sentences_of_chinese_end_without_a_space():
    sentence = "信" * 59 + "。"
    assert excerpt(sentence * 5) == sentence * 2
