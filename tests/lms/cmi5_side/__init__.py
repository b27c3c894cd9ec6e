"""The platform's side of cmi5: launches, an LRS, and the rules that a session must satisfy."""
