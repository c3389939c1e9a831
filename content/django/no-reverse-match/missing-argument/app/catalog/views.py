from django.http import HttpResponse
from django.shortcuts import render


def show_order(request, number):
    return render(request, "order.html", {"order": {"number": number, "total": "93.90"}})


def show_invoice(request, number):
    return HttpResponse(f"Invoice of order {number}")
