"""How many files a trip through the house passes."""
