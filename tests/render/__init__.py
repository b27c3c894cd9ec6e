"""Tests of `builder.render`."""
