"""Closed forms of queueing: what simulations are held against and plans start from.

Times and rates may have any unit as long as it is one. Arguments that make no sense raise
ValueError with a sentence.
"""
