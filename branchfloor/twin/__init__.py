"""The floor played forward: many replications at once, from the exact state, under any policy."""
