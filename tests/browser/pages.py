"""The pages that tests look at: one of every kind."""

LESSON = "psychology-of-influence/building-relationships-and-networks.html"
KINDS = {
    "home": "index.html",
    "module": "psychology-of-influence/index.html",
    "lesson": LESSON,
    "tag": "tags/bti-started.html",
    "tags": "tags/index.html",
    "about": "about.html",
    "notes": "notes.html",
    "review": "review.html",
    "certificate": "certificate.html",
    "missing": "404.html",
}
EVERYTHING = "basics/everything.html"
