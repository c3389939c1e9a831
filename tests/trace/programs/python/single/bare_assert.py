def mean(values):
    assert values
    return sum(values) / len(values)


mean([])
