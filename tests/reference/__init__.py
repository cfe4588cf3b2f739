"""The cheat sheets against the libraries; a row without a check fails."""
