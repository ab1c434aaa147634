"""Safe fixes: what the rules' edits make of a file, planned first, then shown or written.

An edit is written only where its words stand in one piece of the file's text, and only if the file, read anew, is the
same story with the same pictures and parties, and no rule finds anything in it that it did not find before.
"""

from auditor.fixes.plan import Left, Mended, plan, write
from auditor.fixes.shown import diff, left

__all__ = ["Left", "Mended", "diff", "left", "plan", "write"]
