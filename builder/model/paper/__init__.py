"""Questions on paper: what to write, what is right, and how a filled-in sheet is marked.

On a screen a learner picks and moves things; on paper they write letters and words. A `Paper` is
a question laid out for that: `choices` bear letters, `rows` bear numbers. `key` tells what to
write, and `answer` turns what was written into the answer that `model.grading` marks, so printed
keys and collected sheets rest on the same rules as the site.
"""

from builder.model.paper.layout import Form, Paper, Slip, laid_out
from builder.model.paper.marking import answer, key
from builder.model.paper.versions import Version, versions

__all__ = ["Form", "Paper", "Slip", "Version", "answer", "key", "laid_out", "versions"]
