from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, insert

customers = Table("customers", meta := MetaData(), Column("id", Integer, primary_key=True), Column("mail", String, unique=True))


def add(connection, mail):
    connection.execute(insert(customers).values(mail=mail))


def main():
    engine = create_engine("sqlite://")
    meta.create_all(engine)
    with engine.begin() as connection:
        add(connection, "ada@example.org")
        add(connection, "ada@example.org")


main()
