from tasks import import_prices


def test_a_bad_price_rejects_the_list_and_leaves_the_process_running(tmp_path):
    price_list = tmp_path / "supplier.csv"
    price_list.write_text("sku,price\nTB-102,on request\n")

    try:
        result = import_prices(str(price_list))
    except SystemExit as error:
        raise AssertionError(f"import_prices ended the process with exit code {error.code}") from None

    assert result["imported"] == 0
    assert "TB-102" in result["rejected"]


def test_a_good_list_is_imported(tmp_path):
    price_list = tmp_path / "supplier.csv"
    price_list.write_text("sku,price\nTB-100,12.50\nTB-101,8.90\n")

    assert import_prices(str(price_list)) == {"imported": 2}
