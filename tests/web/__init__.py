"""Tests of `builder/web/`."""
