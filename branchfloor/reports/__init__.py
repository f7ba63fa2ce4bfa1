"""Reports of a business date: tables from log and rows, and the files people open."""
