CREATE TABLE orders (id integer PRIMARY KEY, total integer NOT NULL);
CREATE TABLE order_line (order_id integer NOT NULL REFERENCES orders, sku text NOT NULL);
INSERT INTO orders VALUES (1007, 0);
