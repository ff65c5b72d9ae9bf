"""`python -m partyreports`, and the command `partyreports`: ends in one line also while it is still starting."""

import sys


def main() -> None:
    """Run the command line."""
    try:
        from partyreports.cli import main as program  # noqa: PLC0415  (takes long enough to be interrupted)
    except KeyboardInterrupt:
        sys.stderr.write("partyreports: interrupted\n")
        sys.exit(130)
    program()


if __name__ == "__main__":
    main()
