SECRET_KEY = "only-for-development"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": ["templates"]}]
USE_TZ = True
