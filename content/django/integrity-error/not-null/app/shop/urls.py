from django.urls import path

from catalog import views

urlpatterns = [
    path("products/<sku>/", views.show_product, name="product"),
    path("products/<sku>/reviews/", views.add_review, name="review"),
]
