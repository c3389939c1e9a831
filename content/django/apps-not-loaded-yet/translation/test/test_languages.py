from django.conf import settings
from django.test import SimpleTestCase
from django.utils import translation


class LanguagesTest(SimpleTestCase):
    def test_the_names_of_the_languages_follow_the_visitors_language(self):
        names = dict(settings.LANGUAGES)

        with translation.override("de"):
            self.assertEqual(str(names["en"]), "Englisch")
        with translation.override("en"):
            self.assertEqual(str(names["en"]), "English")
