"""Reading and exercise time: the one place where minutes are made.

Site, workshop kit and LMS bundles all show what these functions return.

The formula::

    seconds = words / wpm * 60 + characters / cpm * 60 + code_lines * 3 + image seconds

* Silent reading of English non-fiction: 238 words a minute; most adults read 175 to 300
  (Brysbaert 2019, "How many words do we read per minute?", 190 studies, 18,573 readers).
* Other languages: aloud rates of the International Reading Speed Texts (Trauzettel-Klosinski,
  Dietz and the IReST Study Group 2012), scaled by 238/228, the ratio of both sources for English.
* A code line takes 3 seconds, an image 12 and each further one a second less, down to 3: our
  convention, stated so that an author can disagree and override `minutes` in the front matter.

Images keep the sum additive by counting per lesson: a module's seconds are the sum of its
lessons' seconds, a course's the sum of its modules'.
"""

from __future__ import annotations

from math import ceil

from builder.model.outline import Measure

ENGLISH_WPM = 238
SLOW_WPM = 175
FAST_WPM = 300
_IREST_SCALE = 238 / 228
_WPM = {
    "ar": 138 * _IREST_SCALE,
    "de": 179 * _IREST_SCALE,
    "en": ENGLISH_WPM,
    "fi": 161 * _IREST_SCALE,
    "fr": 195 * _IREST_SCALE,
    "he": 187 * _IREST_SCALE,
    "it": 188 * _IREST_SCALE,
    "nl": 202 * _IREST_SCALE,
    "pl": 166 * _IREST_SCALE,
}
_CPM = {"zh": 255 * _IREST_SCALE, "ja": 357 * _IREST_SCALE}
CODE_LINE_SECONDS = 3
FIRST_IMAGE_SECONDS = 12
LEAST_IMAGE_SECONDS = 3


SPEAKING_WPM = 150
"""Words a facilitator says in a minute. People read aloud at 183 words a minute (Brysbaert 2019);
a facilitator also looks up, waits and is asked something. Our convention."""


def words_per_minute(language: str) -> float:
    """The silent reading rate for a BCP 47 tag; an unlisted language reads like English."""
    return _WPM.get(language.split("-", maxsplit=1)[0].lower(), ENGLISH_WPM)


def characters_per_minute(language: str) -> float:
    """The silent reading rate of CJK characters for a BCP 47 tag."""
    return _CPM.get(language.split("-", maxsplit=1)[0].lower(), _CPM["zh"])


def image_seconds(images: int) -> int:
    """Seconds spent on pictures: 12, 11, 10 ... and 3 for each from the tenth on."""
    return sum(max(LEAST_IMAGE_SECONDS, FIRST_IMAGE_SECONDS - n) for n in range(images))


def reading_seconds(measure: Measure, language: str) -> float:
    """How long a typical reader takes, in seconds."""
    return (
        measure.words / words_per_minute(language) * 60
        + measure.characters / characters_per_minute(language) * 60
        + measure.code_lines * CODE_LINE_SECONDS
        + image_seconds(measure.images)
    )


def lesson_seconds(measure: Measure, language: str, override: int | None) -> float:
    """A lesson's reading time in seconds; `override` is the author's own figure in minutes."""
    return reading_seconds(measure, language) if override is None else override * 60.0


def speaking_minutes(text: str) -> int:
    """Whole minutes that saying a script takes; 0 for none."""
    wide = sum(_is_wide(character) for character in text)
    words = len("".join(" " if _is_wide(c) else c for c in text).split())
    return ceil(words / SPEAKING_WPM + wide / (_CPM["zh"] * SPEAKING_WPM / ENGLISH_WPM) - 1e-9)


def shown_minutes(seconds: float) -> int:
    """Whole minutes as shown: rounded up, never less than one."""
    return max(1, ceil(seconds / 60 - 1e-9))


def span_minutes(seconds: float) -> tuple[int, int]:
    """Minutes for a fast and for a slow reader (300 and 175 words a minute in English)."""
    fast = shown_minutes(seconds * ENGLISH_WPM / FAST_WPM)
    return fast, shown_minutes(seconds * ENGLISH_WPM / SLOW_WPM)


def _is_wide(character: str) -> bool:
    """Whether a character belongs to a script written without spaces between words."""
    return "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7af"
