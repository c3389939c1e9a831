from django.urls import path

from catalog import views

urlpatterns = [
    path("help/", views.show_help, name="help"),
    path("returns/", views.show_returns, name="returns"),
]
