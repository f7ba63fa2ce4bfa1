"""A week's plans side by side: who is missing where, who comes, who works which hours."""
