"""The settings screen: one page a part of the branch document, saved as a whole."""
