from receipts import receipt


def test_a_receipt_lists_each_line_of_the_order():
    assert receipt("1007", [("Desk lamp", 2, "39.00")]) == "Order 1007\n2 x Desk lamp, 39.00 each\n"
