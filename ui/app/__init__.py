"""Wiring of the screens: application, supervisor, bridge, tasks."""
