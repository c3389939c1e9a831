CREATE DATABASE shop;
USE shop;
CREATE TABLE customers (id int PRIMARY KEY AUTO_INCREMENT, mail varchar(80) UNIQUE NOT NULL);
CREATE TABLE orders (id int PRIMARY KEY AUTO_INCREMENT, customer int NOT NULL, FOREIGN KEY (customer) REFERENCES customers (id));
INSERT INTO customers (mail) VALUES ('ada@example.org');
CREATE USER 'shop'@'127.0.0.1' IDENTIFIED BY 'for a test';
GRANT ALL ON shop.* TO 'shop'@'127.0.0.1';
