"""Frozen values and pure functions: the rules, without Discord, SQL, text or a clock."""
