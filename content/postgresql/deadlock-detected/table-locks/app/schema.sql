CREATE TABLE customer (id integer PRIMARY KEY, email text NOT NULL);
CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer NOT NULL);
INSERT INTO customer VALUES (1, 'ada@example.com');
INSERT INTO orders VALUES (1007, 1);
