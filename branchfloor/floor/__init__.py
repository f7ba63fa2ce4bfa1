"""The commands of the floor, what is due, and the keeper."""
