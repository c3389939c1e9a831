"""Writes the reminders. Cron runs it every Monday: python remind.py"""

from mails import write_reminder
from shop import create_app

app = create_app()

with app.app_context():
    for customer in ["ada@example.com", "ben@example.com"]:
        print(write_reminder(customer))
