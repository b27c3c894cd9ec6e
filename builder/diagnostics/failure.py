"""What stops a run as a whole, as opposed to a mistake at a place in a file."""


class Failure(Exception):  # noqa: N818 - it reads as what it is at every raise
    """Something outside the builder is in the way: a full disk, a folder that is not empty.

    The message is written for the author; the command prints it as one line, without a
    traceback, and ends with `exit_code`.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Busy(Failure):
    """Another build holds the same output; 75 is what mail systems use for "try again later"."""

    exit_code = 75
