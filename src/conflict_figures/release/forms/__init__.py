"""Changes in the forms that people and programs read; each form is a module with one function."""
