"""Hashes passwords as the mail server reads them, by the system's own crypt(3)."""

import ctypes
import secrets

libcrypt = ctypes.CDLL("libcrypt.so.1")
libcrypt.crypt.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
libcrypt.crypt.restype = ctypes.c_char_p


def sha512_crypt(password):
    salt = f"$6${secrets.token_hex(8)}"
    hashed = libcrypt.crypt(password.encode(), salt.encode())
    if hashed is None or hashed.startswith(b"*"):
        raise RuntimeError("crypt(3) refused the password or the salt")
    return hashed.decode()
