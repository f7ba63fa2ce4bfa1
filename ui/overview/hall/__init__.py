"""The lobby manager's drawers: a counter, what is to be done, duties, notices, figures."""
