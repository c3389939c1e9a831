import pkg_resources


def versions(names):
    return [f"{name} {pkg_resources.get_distribution(name).version}" for name in names]
