"""From the model to HTML: Markdown, templates, drawings and the data of search.

Everything here is a pure function of the model and the template files: no clock, no network,
no global state beyond one reused Markdown engine per process.
"""
