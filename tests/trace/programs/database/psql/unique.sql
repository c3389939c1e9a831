INSERT INTO customers (mail)
VALUES ('ada@example.org');
