"""The page that plans who works when: need against who is on duty, shifts, edits by hand."""
