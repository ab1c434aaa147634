"""What each command does, from its options to its exit code: one command a module, whose `run` does it."""
