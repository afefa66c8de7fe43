"""Pictures. Pillow is loaded with the first of them; they are drawn on the easel, never on the event loop."""
