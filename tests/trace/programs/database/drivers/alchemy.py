from sqlalchemy import create_engine, text


def order(connection, customer):
    connection.execute(text("INSERT INTO orders (customer) VALUES (:customer)"), {"customer": customer})


engine = create_engine("postgresql+psycopg2://shop@127.0.0.1:47641/shop")
with engine.begin() as connection:
    order(connection, 99)
