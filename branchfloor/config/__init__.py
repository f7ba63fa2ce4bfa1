"""Branch documents: presets, loading, checking, comparing."""
