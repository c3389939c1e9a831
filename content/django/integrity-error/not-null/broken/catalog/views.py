from django.forms import ModelForm
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from catalog.models import Product, Review


class ReviewForm(ModelForm):
    class Meta:
        model = Review
        fields = ["rating", "text"]


def show_product(request, sku):
    product = get_object_or_404(Product, sku=sku)
    return HttpResponse(f"{product.name}: {product.review_set.count()} reviews")


@require_POST
def add_review(request, sku):
    product = get_object_or_404(Product, sku=sku)
    form = ReviewForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest(form.errors.as_json())
    form.save()
    return redirect("product", sku=product.sku)
