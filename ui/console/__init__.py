"""The counter console: call, serve, hold, transfer."""
