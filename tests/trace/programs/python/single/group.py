def check_name(order):
    if not order["name"].strip():
        raise ValueError("name is blank")


def check_lines(order):
    try:
        return sum(line["price"] for line in order["lines"])
    except KeyError as problem:
        raise TypeError("line 2 has no price\nlines are counted from 1") from problem


def validate(order):
    problems = []
    for check in (check_lines, check_name):
        try:
            check(order)
        except Exception as problem:
            problems.append(problem)
    if problems:
        raise ExceptionGroup("order is not valid", problems)


validate({"name": " ", "lines": [{"price": 1}, {"cost": 2}]})
