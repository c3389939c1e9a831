import psycopg

TAKE_OVER = """
INSERT INTO price SELECT DISTINCT ON (sku) * FROM delivered ORDER BY sku
ON CONFLICT (sku) DO UPDATE SET amount = excluded.amount
"""


def load(lines):
    """Loads the lines of a supplier's CSV file into the table of prices."""
    with psycopg.connect() as connection:
        connection.execute("CREATE TEMP TABLE delivered (LIKE price) ON COMMIT DROP")
        with connection.cursor().copy("COPY delivered FROM STDIN (FORMAT csv, HEADER)") as copy:
            for line in lines:
                copy.write(line)
        connection.execute(TAKE_OVER)
