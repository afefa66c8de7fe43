"""The rehearsal: a loopback Discord (the stage), the real bot on it as a process of its own, and a page to use it."""
