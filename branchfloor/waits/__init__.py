"""Learned service times and the wait forecasts made of them."""
