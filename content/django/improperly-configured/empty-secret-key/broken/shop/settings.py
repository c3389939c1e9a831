import os

SECRET_KEY = os.environ.get("DJANGO_SECRET_KEY", "")
INSTALLED_APPS = ["accounts"]
USE_TZ = True
