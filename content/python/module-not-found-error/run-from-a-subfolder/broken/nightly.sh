python scripts/print_prices.py
