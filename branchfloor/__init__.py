"""The Branchfloor engine: everything a bank branch's floor does, without any Qt."""
