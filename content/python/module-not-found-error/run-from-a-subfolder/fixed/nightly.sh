python -m scripts.print_prices
