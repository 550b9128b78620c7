"""What changed between two versions, in the forms that people and programs read."""
