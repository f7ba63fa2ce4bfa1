"""Advice on the waits: made beside the keeper, shown to the lobby manager, scored afterwards."""
