import pytest

from builder.model.urls import module_url, page_url


@pytest.mark.parametrize("name", ["index.md", "README.md", "readme.markdown", "_index.md"])
def test_an_index_has_the_address_of_its_folder(name):
    assert page_url(f"content/m/{name}") == module_url("content/m") == "m/index.html"


@pytest.mark.parametrize("name", ["Index!.md", "index_.md", "-index.md"])
def test_no_lesson_takes_the_address_of_its_folder(name):
    assert page_url(f"content/m/{name}") == "m/index-page.html"
