from builder.model.anchors import heading_ids


def plain(*texts):
    return heading_ids((text, None) for text in texts)


def test_an_id_is_the_slug_of_the_text():
    assert plain("The Café & you") == ("the-café-you",)


def test_repeated_texts_are_numbered_from_two():
    assert plain("A", "A", "A") == ("a", "a-2", "a-3")


def test_a_number_already_taken_by_a_text_is_passed_over():
    assert plain("A", "A 2", "A") == ("a", "a-2", "a-3")


def test_an_explicit_id_wins_over_a_derived_one_wherever_it_stands():
    assert heading_ids([("Trust", None), ("Other", "trust")]) == ("trust-2", "trust")


def test_a_repeated_explicit_id_is_still_unique():
    assert heading_ids([("A", "x"), ("B", "x"), ("C", "x-2")]) == ("x", "x-3", "x-2")


def test_many_equal_headings_get_as_many_ids():
    assert len(set(plain(*["Same"] * 5000))) == 5000
