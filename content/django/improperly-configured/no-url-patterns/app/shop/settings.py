SECRET_KEY = "only-for-development"
ROOT_URLCONF = "shop.urls"
USE_TZ = True
