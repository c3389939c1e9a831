from django.test import SimpleTestCase


class ProductsTest(SimpleTestCase):
    def test_each_product_links_to_its_page(self):
        response = self.client.get("/products/")
        self.assertContains(response, '<a href="/products/TB-100/">Reading lamp</a>', html=True)
        self.assertContains(response, '<a href="/products/TB-101/">Desk lamp</a>', html=True)
