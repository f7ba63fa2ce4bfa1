"""Alerts: what needs a manager's eye now, by rules of the branch document."""

from .alert import Alert, Grade, hidden, told
from .rules import Scene, all_alerts
from .words import alert_texts, strand_text

__all__ = ["Alert", "Grade", "Scene", "alert_texts", "all_alerts", "hidden", "strand_text", "told"]
