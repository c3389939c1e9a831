import os
import subprocess
import sys
from unittest import TestCase


def start(**environment):
    command = [sys.executable, "manage.py", "confirm_link", "ada@example.com"]
    return subprocess.run(command, env=environment, capture_output=True, text=True)


class SecretKeyTest(TestCase):
    def test_the_key_of_the_deployment_is_used(self):
        first, second = start(SECRET_KEY="one"), start(SECRET_KEY="two")
        self.assertIn("https://shop.example/confirm/ada@example.com:", first.stdout)
        self.assertNotEqual(first.stdout, second.stdout)

    def test_a_missing_key_is_named(self):
        self.assertIn("KeyError: 'SECRET_KEY'", start().stderr)
