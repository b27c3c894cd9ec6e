"""Tests of `builder.render.questions`."""
