from django.http import HttpResponse


def show_home(request):
    return HttpResponse("Welcome to the shop")
