"""What a course is: frozen data, no I/O, no HTML.

Text stays the Markdown an author wrote until `render` turns it into HTML. Everything an author
wrote carries the `Span` it came from. Ids come from file names and explicit `id:` keys, never
from order, because learners' progress and LMS records are stored under them.
"""
