"""Outputs: each module turns a course into a `Bundle`, and none of them writes a file."""
