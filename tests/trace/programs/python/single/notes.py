def convert(cell):
    return float(cell)


def read_table(rows):
    for number, row in enumerate(rows, start=1):
        try:
            yield [convert(cell) for cell in row]
        except ValueError as problem:
            problem.add_note(f"in row {number} of prices.csv")
            problem.add_note("Use a point as decimal mark.")
            raise


list(read_table([["1.5", "2"], ["3,5", "4"]]))
