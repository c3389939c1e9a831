from django.urls import path

from shop import views

url_patterns = [
    path("", views.show_home, name="home"),
]
