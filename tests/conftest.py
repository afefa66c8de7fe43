"""What all tests share."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import HealthCheck, settings

# The machines that run these tests are shared and slow at times: a deadline would fail tests that are right.
settings.register_profile(
    "etoile", deadline=timedelta(seconds=10), suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.load_profile("etoile")
