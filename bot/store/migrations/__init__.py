"""The steps that bring an older database to the present one. See runner.py; each file in versions/ is one step."""
