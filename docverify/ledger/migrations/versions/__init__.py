"""One file a revision; the number of the newest is `tables.HEAD`."""
