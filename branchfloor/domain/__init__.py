"""What a branch is: frozen values that know their legal moves."""
