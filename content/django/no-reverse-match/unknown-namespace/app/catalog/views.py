from django.http import HttpResponse
from django.shortcuts import render


def show_help(request):
    return render(request, "help.html")


def show_returns(request):
    return HttpResponse("Send it back within 30 days.")
