"""Ports and drivers for printer, voice, card reader and rating pad."""
