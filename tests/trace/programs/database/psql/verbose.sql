\set VERBOSITY verbose
SELECT * FROM order_lines;
