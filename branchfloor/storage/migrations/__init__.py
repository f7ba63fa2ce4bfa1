"""Revisions of the tables, and how an older database is brought up. Loaded only when needed."""
