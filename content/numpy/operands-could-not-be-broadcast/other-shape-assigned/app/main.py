import numpy as np

from thumbnails import on_canvas

picture = np.full((90, 120), 255, dtype=np.uint8)
print(on_canvas(picture, width=160, height=120).shape)
