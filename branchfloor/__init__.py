"""The Branchfloor engine: everything a bank branch's floor does, without any Qt."""

__version__ = "0.3.0"
