"""Coursewright: a folder of text becomes a course site, a workshop kit and LMS bundles."""

__version__ = "0.1.0"
