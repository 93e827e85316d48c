INSERT INTO note (id, text) VALUES (2, 'from the second');
