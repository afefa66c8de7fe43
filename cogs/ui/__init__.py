"""What members see: functions that turn values into messages, and the buttons below them."""
