"""How fast the extractor reads, beside others in the same run, and how much memory it takes."""
