from receipts import receipt_mail


def test_a_receipt_names_the_order():
    mail = receipt_mail("ada@example.org", 1007)
    assert mail["Subject"] == "Your receipt for order 1007"
