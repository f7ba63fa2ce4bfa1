"""`python -m branchfloor` is the same program as the `branchfloor` command."""

import sys

from branchfloor.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
