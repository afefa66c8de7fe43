"""How a club looks, and what presses do."""
