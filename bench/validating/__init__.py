"""How fast and in how much memory a contribution is validated, beside the frictionless command on the same files."""
