class Account:
    def __init__(self):
        self.balance = 0


def close(account):
    return account.balence


close(Account())
