"""Advice on the waits: the card that says what to do, and the score of what was followed."""
