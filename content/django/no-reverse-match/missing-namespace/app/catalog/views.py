from django.http import HttpResponse
from django.shortcuts import render


def show_cart(request):
    return render(request, "cart.html", {"items": ["Reading lamp"]})


def check_out(request):
    return HttpResponse("How would you like to pay?")
