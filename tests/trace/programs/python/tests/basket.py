class Basket:
    def __init__(self):
        self.lines = []

    def add(self, product, count=1):
        if count < 1:
            raise ValueError(f"count must be at least 1, not {count}")
        self.lines.append((product, count))

    def total(self, prices):
        return sum(prices[product] * count for product, count in self.lines)
