"""Makes the facts of this folder from the catalogue of government APIs and the list of GOV.UK applications."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

import typer

if not __package__:  # started as a program, which finds its own folder only
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from archlint.escaping import for_terminal
from archlint.language.formatter import formatted
from archlint.source import SourceFile
from models.catalogue.facts import (
    NOT_IN_STD,
    Known,
    api_text,
    application_text,
    mentioned_text,
    provider_text,
    standards_of,
)
from models.catalogue.records import (
    Api,
    Application,
    Provider,
    Record,
    Row,
    Unusable,
    listing,
    records,
    table,
    unknown_columns,
)
from models.catalogue.wording import Names, word

HEAD = "# Made by make.py, as README.md tells: what is changed here is lost when it runs again."
NOWHERE = "none"
"""What the list of applications calls being hosted on nothing."""

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True)
class Files:
    """Where the records come from."""

    apis: Path
    organisations: Path | None
    applications: Path


@dataclass(frozen=True)
class Lists:
    """All the records, in an order that does not depend on theirs."""

    apis: list[Api]
    providers: list[Provider]
    applications: list[Application]


def main(
    apis: Annotated[Path, typer.Option(help="The catalogue of APIs, a CSV file.")],
    applications: Annotated[Path, typer.Option(help="The list of applications, a YAML file.")],
    output: Annotated[Path, typer.Option(help="The folder that the files are written into.")],
    organisations: Annotated[Path | None, typer.Option(help="What the providers are called, a CSV file.")] = None,
) -> None:
    """Writes the files, or none of them where a list cannot be read, which exits with 2."""
    try:
        made = texts(Files(apis, organisations, applications))
        output.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (output / name).write_text(text, encoding="utf-8", newline="\n")
    except (Unusable, OSError) as error:
        typer.echo(for_terminal(f"error: {error}"), err=True)
        raise typer.Exit(2) from None


def texts(files: Files) -> dict[str, str]:
    """Gives what each file is to say; raises Unusable."""
    lists = read_all(files)
    systems, words = Names(), Names(NOT_IN_STD)
    known = Known(
        providers=words.give_all(api.provider for api in lists.apis),
        teams=words.give_all(one.team for one in lists.applications),
        users=words.give_all(actor for one in lists.applications for actor in one.actors),
        hosts=systems.give_all({one.production_hosted_on for one in lists.applications} - {NOWHERE}),
    )
    file = files.applications.name
    named = [(one, systems.give(one.name)) for one in lists.applications]
    retired = [application_text(one, name, known, file) for one, name in named if one.retired]
    current = [application_text(one, name, known, file) for one, name in named if not one.retired]
    return {
        "organisations.arch": laid_out(organisations(lists, known, files)),
        "applications.arch": laid_out([*surroundings(known, file), *current]),
        "retired.arch": laid_out(retired),
        "apis.arch": laid_out(apis(lists, known, files.apis.name, systems)),
    }


def organisations(lists: Lists, known: Known, files: Files) -> Iterator[str]:
    """Gives the organisations that provide an API, and the teams that run an application."""
    table = {provider.id: provider for provider in lists.providers}
    for id, name in known.providers.items():
        if id in table and files.organisations:
            yield provider_text(name, table[id], files.organisations.name)
        else:
            yield mentioned_text("organisation", name, id, f"{files.apis.name}: provider {id}")
    for team, name in known.teams.items():
        yield mentioned_text("organisation", name, team, f"{files.applications.name}: team {team}")


def surroundings(known: Known, file: str) -> Iterator[str]:
    """Gives who the applications are for, and what they are hosted on."""
    for user, name in known.users.items():
        yield mentioned_text("user", name, user, f"{file}: actors {user}")
    for host, name in known.hosts.items():
        yield mentioned_text("system", name, host, f"{file}: production_hosted_on {host}")


def apis(lists: Lists, known: Known, file: str, systems: Names) -> Iterator[str]:
    """Gives the APIs, and the standards that they state and archlint does not know."""
    yield 'import "std"'
    stated = {standard for api in lists.apis for standard in standards_of(api)}
    for name, title in NOT_IN_STD.items():
        if name in stated:
            yield mentioned_text("standard", name, title, f"{file}: {title}")
    for api in lists.apis:
        yield api_text(api, systems.give(f"{api.provider} {api.name}"), known, file)


def laid_out(parts: Iterable[str]) -> str:
    """Gives the text of a file in the one style."""
    text = formatted(SourceFile("", "\n\n".join((HEAD, *parts))))
    if text is None:
        raise AssertionError("what make.py wrote is not the language")
    return text


def read_all(files: Files) -> Lists:
    """Gives all the records; raises Unusable."""
    apis = read(Api, table(files.apis), files.apis)
    providers = read(Provider, table(files.organisations), files.organisations) if files.organisations else []
    applications = read(Application, listing(files.applications), files.applications)
    return Lists(
        sorted(apis, key=lambda api: (word(api.provider), api.provider, api.name, api.model_dump_json())),
        providers,
        sorted(applications, key=lambda one: (one.name, one.model_dump_json())),
    )


def read(kind: type[AnyRecord], rows: list[Row], path: Path) -> list[AnyRecord]:
    """Gives the records of a file, and says on standard error what of it nobody knows; raises Unusable."""
    found = records(kind, rows, path)
    if unknown := unknown_columns(kind, rows):
        typer.echo(for_terminal(f"note: {path}: not used: {', '.join(unknown)}"), err=True)
    return found


if __name__ == "__main__":
    typer.run(main)
