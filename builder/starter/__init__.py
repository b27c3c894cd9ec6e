"""The text of a new course, as package data; `pipeline.starter` copies it."""
