"""One file per type of question: random questions and answers for the tests of grading."""
