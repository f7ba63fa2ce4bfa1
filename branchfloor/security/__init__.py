"""Who may do what, sign-in, and masking."""
