"""The page that says whether published waits came true."""
