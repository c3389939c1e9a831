from setuptools import Extension, setup

setup(name="fastprices", version="1.0", ext_modules=[Extension("fastprices", ["prices.c"])])
