"""Prints Django's debug page as text: the answer to a client that does not ask for HTML."""
import django
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path

settings.configure(DEBUG=True, SECRET_KEY="for a test", ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])
django.setup()


def discount(request):
    rate = 100 / int(request.GET["of"])
    return HttpResponse(str(rate))


urlpatterns = [path("discount/", discount)]

if __name__ == "__main__":
    from django.core.handlers.base import BaseHandler

    handler = BaseHandler()
    handler.load_middleware()
    request = RequestFactory().get("/discount/?of=0", HTTP_ACCEPT="text/plain")
    page = handler.get_response(request).content.decode()
    print(page[: page.index("\nMETA:")])
