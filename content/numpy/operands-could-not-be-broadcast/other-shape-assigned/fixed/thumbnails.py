import numpy as np


def on_canvas(picture, width, height):
    """Puts a grey picture into the upper left corner of a black one."""
    canvas = np.zeros((height, width), dtype=np.uint8)
    rows, columns = picture.shape
    canvas[:rows, :columns] = picture
    return canvas
