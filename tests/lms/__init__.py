"""LMS bundles before software that others wrote: what an LMS would see, keep and give back."""
