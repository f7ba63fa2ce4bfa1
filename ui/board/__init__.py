"""The public board: calls shown and spoken in order."""
