"""Python-Markdown without its idle work: the same HTML in half the time.

Each module takes over one step of the library and leaves out what cannot matter for the text at
hand; whatever is unusual goes the library's own way. Property tests hold both ways together.
"""
