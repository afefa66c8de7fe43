"""What members write, and whether it spoils an episode: a corpus to judge watchwords by."""
