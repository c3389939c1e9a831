from export import public_table


def test_notes_are_not_exported(tmp_path):
    path = tmp_path / "customers.csv"
    path.write_text("number,city,notes\n17,Ghent,secret\n")
    assert list(public_table(path).columns) == ["number", "city"]
