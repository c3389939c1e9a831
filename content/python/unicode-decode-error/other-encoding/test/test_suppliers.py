from suppliers import names


def test_umlauts_euro_signs_and_curly_quotes_of_windows_are_read(tmp_path):
    path = tmp_path / "suppliers.csv"
    path.write_bytes(b"number,name\n17,M\xfcller\n18,\x93Lamps \x80\x94\n")
    assert names(path) == ["Müller", "“Lamps €”"]
