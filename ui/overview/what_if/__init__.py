"""What if: sliders for the hall as it might be, and the curves of the next two hours both ways."""
