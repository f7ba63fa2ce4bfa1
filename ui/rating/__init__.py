"""The customer's second screen at a counter: four faces after a visit."""
