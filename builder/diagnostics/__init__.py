"""What went wrong, where, and what to do about it.

The lowest room of the house: everything else may report here, and this package knows nothing
of courses. A `Code` is declared once, beside the code that finds the mistake; a `Diagnostic`
is one finding; a `Report` is what a whole run collected.
"""

from builder.diagnostics.codes import Code, Level, all_codes, code
from builder.diagnostics.failure import Busy, Failure
from builder.diagnostics.report import Diagnostic, Report
from builder.diagnostics.span import Span

__all__ = [
    "Busy",
    "Code",
    "Diagnostic",
    "Failure",
    "Level",
    "Report",
    "Span",
    "all_codes",
    "code",
]
