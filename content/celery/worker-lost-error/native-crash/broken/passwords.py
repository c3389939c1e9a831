"""Hashes passwords as the mail server reads them, by the system's own crypt(3)."""

import ctypes
import secrets

libcrypt = ctypes.CDLL("libcrypt.so.1")


def sha512_crypt(password):
    salt = f"$6${secrets.token_hex(8)}"
    hashed = libcrypt.crypt(password.encode(), salt.encode())
    return ctypes.string_at(hashed).decode()
