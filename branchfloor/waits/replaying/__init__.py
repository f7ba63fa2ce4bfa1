"""A queue log lived through again: what could be known at each issue, and what came of it."""
