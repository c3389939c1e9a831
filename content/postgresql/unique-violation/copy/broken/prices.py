import psycopg


def load(lines):
    """Loads the lines of a supplier's CSV file into the table of prices."""
    with psycopg.connect() as connection:
        with connection.cursor().copy("COPY price FROM STDIN (FORMAT csv, HEADER)") as copy:
            for line in lines:
                copy.write(line)
