"""What was collected from learners, and what may be said of it.

`answers` holds the data, `items` and `gain` the figures. Names never enter: a person is whatever
code the file gives them, needed only to pair a test before with a test after.
"""

from builder.model.results.answers import Answers, Sheet, When
from builder.model.results.gain import Gain, gain
from builder.model.results.items import FEW, MANY, ItemFigures, Reliability, item_figures, kr20

__all__ = [
    "FEW",
    "MANY",
    "Answers",
    "Gain",
    "ItemFigures",
    "Reliability",
    "Sheet",
    "When",
    "gain",
    "item_figures",
    "kr20",
]
