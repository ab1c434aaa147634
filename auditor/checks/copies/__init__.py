"""Checks between the copies of one story: what one of them says of a picture and another does not."""
