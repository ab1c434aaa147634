"""The pre-publish gate: one story in, one verdict out."""
