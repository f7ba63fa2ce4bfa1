"""A learner on top of simpler forecasts: what was seen and said, what it then took."""
