import subprocess
import sys
from unittest import TestCase


class ReportTest(TestCase):
    def test_the_report_runs_by_itself_as_cron_runs_it(self):
        report = subprocess.run([sys.executable, "report.py"], env={}, capture_output=True, text=True)
        self.assertEqual(report.returncode, 0, report.stderr)
        self.assertIn("TB-101 (0 left)", report.stdout)
