from report import first_paid_order


def test_the_first_paid_order_need_not_be_the_first_order(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("number,state,total\n1,open,5.00\n2,paid,6.00\n3,paid,7.00\n")
    assert first_paid_order(path) == 2
