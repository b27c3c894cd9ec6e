"""From a plan and the course's texts to the pages of a workshop kit.

`plan` and `slides` make views, which are data; `pages` turns views into HTML. Other formats start
from the same views, so that all of them agree.
"""

from builder.render.workshop.media import FOLDER, picture_name, pictures_in
from builder.render.workshop.pages import KitRenderer, Place, RunLinks, Sheet
from builder.render.workshop.plan import Kit, Run, kit
from builder.render.workshop.slide import Slide
from builder.render.workshop.stock import Item, LessonText, Stock, all_items

__all__ = [
    "FOLDER",
    "Item",
    "Kit",
    "KitRenderer",
    "LessonText",
    "Place",
    "Run",
    "RunLinks",
    "Sheet",
    "Slide",
    "Stock",
    "all_items",
    "kit",
    "picture_name",
    "pictures_in",
]
