import numpy as np
from thumbnails import on_canvas


def test_a_wide_picture_stays_wide():
    canvas = on_canvas(np.ones((2, 3), dtype=np.uint8), width=4, height=3)
    assert canvas.tolist() == [[1, 1, 1, 0], [1, 1, 1, 0], [0, 0, 0, 0]]
