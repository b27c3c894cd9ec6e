from __future__ import annotations

from .examine import judge, write


def test_the_course_that_all_cases_change_has_no_faults(tmp_path):
    assert len(judge(write(tmp_path, {}), [])) == 0
