"""The floor manager's overview."""
