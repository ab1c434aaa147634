"""How checks of rights tell what is asked, and the lines of the desk's files that decide."""

from auditor.model import Place
from auditor.rights.shapes import Showing


def at(place: str) -> tuple[Place, ...]:
    """The place "contracts.toml:4" in a file; none for a place within the copy ("caption")."""
    name, _, line = place.rpartition(":")
    return (Place(name, line=int(line)),) if name and line.isdecimal() else ()


def asked(showing: Showing) -> str:
    """What is asked about: "on 2019-01-07 in GB for web".

    A day that is not the story's own is not told: a finding is the same one whenever somebody asks.
    """
    if showing.asked.as_of:
        said = ["on the day asked"]
    else:
        said = [f"on {showing.published.isoformat()}" if showing.published else "today"]
    said += [f"in {showing.asked.edition}"] if showing.asked.edition else []
    said += [f"for {showing.asked.use}"] if showing.asked.use else []
    return " ".join(said)
