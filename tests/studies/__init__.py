"""Studies run by hand: too long for the suite, whose figures stand in notes and in the README."""
