"""How checks of rights tell days, and the lines of the desk's files that decide."""

from auditor.model import Place
from auditor.rights.shapes import Showing


def at(place: str) -> tuple[Place, ...]:
    """The place "contracts.toml:4" in a file; none for a place within the copy ("caption")."""
    name, _, line = place.rpartition(":")
    return (Place(name, line=int(line)),) if name and line.isdecimal() else ()


def asked(showing: Showing) -> str:
    """What is asked about: "on 2019-01-07 in GB for web"."""
    said = [f"on {showing.day.isoformat()}"]
    said += [f"in {showing.asked.edition}"] if showing.asked.edition else []
    said += [f"for {showing.asked.use}"] if showing.asked.use else []
    return " ".join(said)


def days(count: int) -> str:
    """A number of days in words."""
    return "1 day" if count == 1 else f"{count} days"
