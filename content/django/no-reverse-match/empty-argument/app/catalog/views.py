from django.http import HttpResponse
from django.shortcuts import render

PRODUCTS = [
    {"sku": "TB-100", "name": "Reading lamp"},
    {"sku": "TB-101", "name": "Desk lamp"},
]


def list_products(request):
    return render(request, "products.html", {"products": PRODUCTS})


def show_product(request, sku):
    return HttpResponse(sku)
