"""Checks of the waivers in auditor.toml: what the house accepts must not be accepted forever, or for nothing."""

from collections.abc import Iterator

from auditor.checks.evidence import Evidence
from auditor.model import WaiverState


def waiver_expired(waiver: WaiverState) -> Iterator[Evidence]:
    """A waiver's last day is over; `{rule}`, `{about}`, `{reason}` and `{until}` are what it says."""
    if waiver.expired:
        yield Evidence(_said(waiver))


def waiver_unused(waiver: WaiverState) -> Iterator[Evidence]:
    """A waiver set nothing aside, though the run has looked where it holds; values as those of an expired one."""
    if waiver.met and not waiver.held and not waiver.expired:
        yield Evidence(_said(waiver))


def _said(waiver: WaiverState) -> dict[str, str]:
    return {"rule": waiver.rule, "about": waiver.about, "reason": waiver.reason, "until": waiver.until}
