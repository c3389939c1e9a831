SECRET_KEY = "only-for-development"
INSTALLED_APPS = ["apps.catalog"]
USE_TZ = True
