"""What every feature's panels share."""
