"""The kiosk: where a customer takes a ticket."""
