CREATE TABLE customers (id serial PRIMARY KEY, mail text UNIQUE NOT NULL, age int CHECK (age >= 0));
CREATE TABLE orders (id serial PRIMARY KEY, customer int REFERENCES customers);
INSERT INTO customers (mail, age) VALUES ('ada@example.org', 36);
CREATE FUNCTION price(name text) RETURNS int AS $$
BEGIN
  IF name <> 'pen' THEN
    RAISE EXCEPTION 'no price for %', name USING HINT = 'Ask for a pen.';
  END IF;
  RETURN 2;
END;
$$ LANGUAGE plpgsql;
