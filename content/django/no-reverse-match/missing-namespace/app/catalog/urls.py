from django.urls import path

from catalog import views

app_name = "catalog"
urlpatterns = [
    path("cart/", views.show_cart, name="cart"),
    path("checkout/", views.check_out, name="checkout"),
]
