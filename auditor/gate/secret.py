"""The secrets of the server: from the environment, else from auditor.toml."""

from collections.abc import Mapping

import msgspec

from auditor.errors import UsageError
from auditor.house import Secrets

VARIABLES = {
    "AUDITOR_TOKEN": "bearer",
    "AUDITOR_SECRET_GHOST": "ghost",
    "AUDITOR_SECRET_CONTENTFUL": "contentful",
    "AUDITOR_SECRET_GITHUB_STYLE": "github-style",
    "AUDITOR_SECRET_SUPERDESK": "superdesk",
}


def secrets(settled: Secrets, environment: Mapping[str, str]) -> Secrets:
    """All secrets; an empty variable is none. Raises UsageError for one that is too short to be a secret."""
    told = msgspec.to_builtins(settled)
    for variable, name in VARIABLES.items():
        if given := environment.get(variable):
            told[name] = given
            try:
                msgspec.convert(told, Secrets)
            except msgspec.ValidationError:
                raise UsageError(f"{variable} is too short: a secret has 16 characters or more.") from None
    return msgspec.convert(told, Secrets)


def secret_of(known: Secrets, source: str) -> str:
    """The secret shared with a sender of events; empty where there is none."""
    senders = {"ghost": known.ghost, "contentful": known.contentful}
    senders |= {"github-style": known.github_style, "superdesk": known.superdesk}
    return senders.get(source) or ""
