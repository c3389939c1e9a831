from django.test import SimpleTestCase


class HomeTest(SimpleTestCase):
    def test_the_home_page_is_there(self):
        self.assertContains(self.client.get("/"), "Welcome to the shop")
