"""Use cases: one method for each thing that a member or a moderator may want done."""
