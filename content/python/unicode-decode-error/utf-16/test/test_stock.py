import pytest
from stock import counts


@pytest.mark.parametrize("byte_order", ["utf-16-le", "utf-16-be"])
def test_an_export_with_a_byte_order_mark_is_read(tmp_path, byte_order):
    path = tmp_path / "stock.txt"
    path.write_bytes("\ufeffsku\tcount\nTB-100\t12\n".encode(byte_order))
    assert counts(path) == {"TB-100": 12}
