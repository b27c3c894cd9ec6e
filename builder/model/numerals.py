"""How languages write numbers."""

from __future__ import annotations

_COMMA = frozenset(
    [
        "af",
        "az",
        "be",
        "bg",
        "bs",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "es",
        "et",
        "eu",
        "fi",
        "fo",
        "fr",
        "fy",
        "gl",
        "hr",
        "hu",
        "hy",
        "id",
        "is",
        "it",
        "ka",
        "kk",
        "ky",
        "lb",
        "lt",
        "lv",
        "mk",
        "mn",
        "nb",
        "nl",
        "nn",
        "no",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sq",
        "sr",
        "sv",
        "tr",
        "uk",
        "uz",
        "vi",
    ]
)
# Regions that part from their language.
_POINT = frozenset({"de-ch", "de-li", "it-ch", "es-mx", "es-us", "es-gt", "es-do", "es-pa"})
_COMMA_TOO = frozenset({"en-za"})


def decimal_comma(language: str) -> bool:
    """Whether decimals follow a comma in a language (BCP 47), as in 3,14."""
    tag = language.lower()
    return (tag.split("-")[0] in _COMMA and tag not in _POINT) or tag in _COMMA_TOO
