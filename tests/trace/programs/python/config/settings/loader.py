from settings.stages import find_stage


class SettingsError(Exception):
    pass


def load(stage: str) -> dict:
    try:
        return read(find_stage(stage))
    except LookupError as problem:
        raise SettingsError(f"no usable settings for stage {stage!r}") from problem


def read(values: dict) -> dict:
    if "port" not in values:
        raise ValueError("port is required\n  File \"not/a/frame.py\", line 1, in nowhere\nsee the handbook, page 3")
    return values
