"""Read what somebody contributes, whatever it is and whatever is wrong with it: only findings come out, and typed tables."""
