"""`python -m partyreports`."""

from partyreports.cli import main

if __name__ == "__main__":
    main()
