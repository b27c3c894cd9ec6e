"""One file per command; each module offers its command as `command`."""
