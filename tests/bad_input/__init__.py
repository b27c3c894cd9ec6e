"""Courses with one mistake each: what is said, where, and that nothing breaks."""
