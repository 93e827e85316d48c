-- a comment; with a semicolon
CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text VARCHAR(100) NOT NULL);

INSERT INTO note (id, text) VALUES (1, 'from the first'); -- another
