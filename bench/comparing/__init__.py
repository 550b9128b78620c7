"""Two versions of made tables, and the commands that compare them."""
