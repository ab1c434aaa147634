"""Audits image captions and credit lines across the copies of a news story."""

__version__ = "0.1.0"
