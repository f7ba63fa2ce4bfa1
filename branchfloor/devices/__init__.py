"""What a branch is heard and printed with: ports, their drivers, and a double of each."""
