from django.test import SimpleTestCase


class OrderTest(SimpleTestCase):
    def test_an_order_links_to_its_own_invoice(self):
        response = self.client.get("/orders/1007/")
        self.assertContains(response, '<a href="/orders/1007/invoice/">Invoice</a>', html=True)
