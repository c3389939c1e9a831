from django.urls import path

from catalog import views

urlpatterns = [
    path("products/", views.list_products, name="products"),
    path("products/<sku>/", views.show_product, name="product"),
]
