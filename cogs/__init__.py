"""The Discord-facing skin: one cog for each feature and each top-level command."""
