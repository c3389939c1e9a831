from importlib.metadata import version


def versions(names):
    return [f"{name} {version(name)}" for name in names]
