"""May a picture be shown, that day, here, for this use? What the desk keeps about it, and what the copies say."""
