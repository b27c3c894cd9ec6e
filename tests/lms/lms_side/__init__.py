"""The LMS side of SCORM: a player around scorm-again, a store, and what it makes of a session."""
