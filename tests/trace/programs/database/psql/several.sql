SELECT prize FROM orders;
SELECT 1;
SELEC 2;
INSERT INTO orders (customer) VALUES (99);
