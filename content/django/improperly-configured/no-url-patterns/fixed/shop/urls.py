from django.urls import path

from shop import views

urlpatterns = [
    path("", views.show_home, name="home"),
]
