"""The day's plan worked out: what is known of the branch, played by the twin."""
