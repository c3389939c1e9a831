STAGES = {"test": {"port": 8001}, "live": {}}


def find_stage(name: str) -> dict:
    return STAGES[name]
