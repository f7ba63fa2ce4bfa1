"""Simulated customers and staff that drive the real commands."""
