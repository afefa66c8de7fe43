"""The REST routes of the stage, one module per resource; each registers its handlers with bot.rehearsal.routing."""
