<<<<<<< HEAD
"""Packages for learning platforms: SCORM 1.2, SCORM 2004 4th Edition and cmi5."""
=======
"""Packages for learning systems."""
>>>>>>> 4cf746e (Give every lesson, quiz and question a slot for life: ids.yml, coursewright ids)
