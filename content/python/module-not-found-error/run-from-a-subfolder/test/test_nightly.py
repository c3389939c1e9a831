import subprocess


def test_the_nightly_job_prints_every_price():
    job = subprocess.run(["sh", "nightly.sh"], capture_output=True, text=True)
    assert job.returncode == 0, job.stderr
    assert job.stdout.splitlines() == ["Desk lamp: 39.00 EUR", "Coat hook: 12.50 EUR"]
