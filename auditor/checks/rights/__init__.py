"""Checks of whether a picture may be shown: contracts, the desk's entries, and what the copies themselves state."""
