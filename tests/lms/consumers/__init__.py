"""LMS software from the package index: started here on this machine, played in Chromium."""
