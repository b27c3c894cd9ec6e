"""Packages for learning platforms: SCORM 1.2, SCORM 2004 4th Edition and cmi5."""
