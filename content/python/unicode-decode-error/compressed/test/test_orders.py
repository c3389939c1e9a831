import gzip

from orders import total


def test_a_compressed_export_is_read(tmp_path):
    path = tmp_path / "orders.csv.gz"
    path.write_bytes(gzip.compress(b"number,total\n1,5.00\n2,6.50\n"))
    assert total(path) == 11.5
