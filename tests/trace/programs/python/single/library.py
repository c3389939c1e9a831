import json
import pathlib


def prices(path):
    text = pathlib.Path(path).read_text()
    return json.loads(text)


pathlib.Path("prices.json").write_text('{"pen": 1.5, "ink": }')
prices("prices.json")
