"""How good is good: classifiers compared on the same splits, clean and under attack."""
