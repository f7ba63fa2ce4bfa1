"""The lobby manager's drawers: a counter, what is to be done, the day's duties, notices, figures."""
