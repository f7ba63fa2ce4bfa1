"""Who has to be there: counters needed in each half-hour, and a roster that has them."""
