"""What runs, keeps and writes, and knows nothing of the trade: processes, caches, files."""
