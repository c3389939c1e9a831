from django.test import SimpleTestCase


class HelpTest(SimpleTestCase):
    def test_the_help_page_leads_to_the_returns(self):
        response = self.client.get("/help/")
        self.assertContains(response, '<a href="/returns/">Send something back</a>', html=True)
