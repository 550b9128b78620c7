"""How well the extractor's rows agree with a coding by hand."""
