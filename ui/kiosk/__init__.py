"""The kiosk: one touch screen where customers take their number."""
