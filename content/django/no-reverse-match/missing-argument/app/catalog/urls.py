from django.urls import path

from catalog import views

urlpatterns = [
    path("orders/<int:number>/", views.show_order, name="order"),
    path("orders/<int:number>/invoice/", views.show_invoice, name="invoice"),
]
