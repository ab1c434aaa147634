"""Which pictures were used, how often, when and under which contract: counted once, kept in one file."""
