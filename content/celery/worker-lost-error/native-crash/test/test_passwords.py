import subprocess
import sys

HASH = "from passwords import sha512_crypt; assert sha512_crypt('correct horse').startswith('$6$')"


def test_hashing_a_password_does_not_crash():
    # In a process of its own: a crash would take the test runner with it.
    code = subprocess.call([sys.executable, "-c", HASH])

    assert code == 0, f"hashing ended with {code}; a negative number is that of a signal"
