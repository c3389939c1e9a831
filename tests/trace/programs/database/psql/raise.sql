SELECT price('größe');
