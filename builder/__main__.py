"""`python -m builder` is the command `coursewright`."""

from builder.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
