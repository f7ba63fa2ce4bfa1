"""What opens first on a PC: a new branch, then the screens this PC shows."""
