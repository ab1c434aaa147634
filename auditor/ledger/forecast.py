"""What publishing the stories of a run would make of the quotas; the ledger stays as it is."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from auditor import findings
from auditor.findings import Lookout
from auditor.house import House
from auditor.model import CopyGroup, Finding, Story
from auditor.rights.shapes import QuotaState
from auditor.tables import seen_from


class Forecast:
    """Finds the quotas that a run exceeds: with what is in the ledger that auditor.toml names, or else by itself."""

    def __init__(self, house: House) -> None:
        self._house = house

    def __call__(self, stories: Sequence[Story], groups: Sequence[CopyGroup], look: Lookout) -> Iterator[Finding]:
        """What the rules find about the quotas of the run's periods; nothing is counted where there are none."""
        contracts = self._house.rights.contracts or ()
        if look.rules.get(QuotaState) and any(contract.quota for contract in contracts):
            for state in self._states(stories, groups):
                yield from findings.of_quota(replace(state, place=self._shown(state.place)), look)

    def _states(self, stories: Sequence[Story], groups: Sequence[CopyGroup]) -> Sequence[QuotaState]:
        from auditor.ledger import intake  # not for the many runs that have no quotas
        from auditor.ledger.account import account
        from auditor.ledger.covering import Covering
        from auditor.ledger.store import Ledger

        rights = self._house.rights
        taken = (intake.taken(story, rights) for story in stories)
        path = self._path()
        with closing(Ledger.copy_of(path) if path else Ledger(None)) as ledger:
            ledger.take_in(taken, groups, ())
            return account(ledger, Covering(rights, self._house.words.agencies)).quotas

    def _shown(self, place: str) -> str:
        """Where a contract stands, as seen from the working folder where that is above it."""
        path = (self._house.path.parent if self._house.path else Path()).absolute() / place
        return str(seen_from(Path.cwd(), path))

    def _path(self) -> Path | None:
        """The ledger that auditor.toml names, if it is there: to check a story must not make one."""
        config, named = self._house.path, self._house.settings.ledger
        path = config.parent / named if config and named else None
        return path if path and path.is_file() else None
