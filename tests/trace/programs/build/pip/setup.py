from setuptools import setup


def read_version():
    with open("VERSION") as file:
        return file.read().strip()


setup(name="shop", version=read_version())
