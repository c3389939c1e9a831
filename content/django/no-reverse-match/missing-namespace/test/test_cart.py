from django.test import SimpleTestCase


class CartTest(SimpleTestCase):
    def test_the_cart_leads_to_the_checkout(self):
        response = self.client.get("/cart/")
        self.assertContains(response, '<a href="/checkout/">Check out</a>', html=True)
