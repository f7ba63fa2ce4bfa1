"""Our own tests: a package, because a tool we test beside brings one of the same name."""
