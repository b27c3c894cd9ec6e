"""From files to the model: the only room that opens what an author wrote.

Nothing here raises for an author's mistake. Every reader takes bytes and gives a `Result`: a
usable value and the findings, each with its place.
"""
