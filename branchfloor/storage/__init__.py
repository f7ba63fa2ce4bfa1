"""Rows, events and the change feed: the only place that knows SQLAlchemy."""
