from django.test import TestCase

from catalog.models import Product, Review


class AddReviewTest(TestCase):
    def setUp(self):
        self.product = Product.objects.create(sku="TB-100", name="Reading lamp", price="39.90")

    def test_a_review_belongs_to_the_product_of_its_page(self):
        self.client.post("/products/TB-100/reviews/", {"rating": 5, "text": "Bright and quiet."})
        self.assertEqual(Review.objects.get().product, self.product)

    def test_a_review_without_a_rating_is_refused(self):
        response = self.client.post("/products/TB-100/reviews/", {"text": "Bright and quiet."})
        self.assertEqual(response.status_code, 400)
        self.assertFalse(Review.objects.exists())
