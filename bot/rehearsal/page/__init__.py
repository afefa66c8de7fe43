"""The rehearsal page: a quiet chat client on 127.0.0.1 that shows the stage and lets one act as its members."""
