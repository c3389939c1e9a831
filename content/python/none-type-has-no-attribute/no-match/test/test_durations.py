from durations import durations


def test_lines_without_a_duration_are_left_out():
    lines = ["order 1 stored, took 41 ms", "order 2 refused: payment declined"]
    assert durations(lines) == [41]
