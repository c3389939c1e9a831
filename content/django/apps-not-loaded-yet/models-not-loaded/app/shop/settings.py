SECRET_KEY = "only-for-this-example"
INSTALLED_APPS = ["delivery", "catalog"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "shop.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
