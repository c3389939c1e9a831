from logins import count_failure, may_try

print("wrong passwords:", count_failure("ada"))
print("may try again:", may_try("ada"))
