"""Let a failing comparison in `examine` show both sides."""

import pytest

pytest.register_assert_rewrite(f"{__package__}.examine")
