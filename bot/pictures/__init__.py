"""Pictures of results. matplotlib is loaded with the first of them; call from a thread, never from the event loop."""
