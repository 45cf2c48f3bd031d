"""A rule as a page: for the docs, the terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields

from archlint.rules.citations import cited
from archlint.rules.rule import Rule

__all__ = ["json_page", "line", "page"]


def line(rule: type[Rule]) -> str:
    """A rule in one line."""
    summary = rule.documentation().summary.split("\n\n")[0].replace("\n", " ")
    return f"{rule.code}  {rule.severity.value:7}  {rule.name()}: {summary}"


def page(rule: type[Rule]) -> str:
    """A rule in full, in Markdown."""
    return "\n".join(_sections(rule)) + "\n"


def _sections(rule: type[Rule]) -> Iterator[str]:
    said = rule.documentation()
    yield f"# {rule.name()} ({rule.code})\n"
    yield f"Severity: {rule.severity.value}. Profile: {rule.profile}.\n"
    yield f"{said.summary}\n"
    yield f"## Why\n\n{said.why}\n"
    if rule.sources and "Source" not in said.why:
        yield "Sources: " + "; ".join(cited(source) for source in rule.sources) + ".\n"
    yield f"## Breaks it\n\n```arch\n{said.broken}\n```\n"
    yield f"## Mended\n\n```arch\n{said.mended}\n```\n"
    if said.exceptions:
        yield f"## Exceptions\n\n{said.exceptions}\n"
    yield from _options(rule)
    yield f'## Waiving it\n\n```arch\nallow {rule.code} because "…"\n```'


def _options(rule: type[Rule]) -> Iterator[str]:
    options = list(fields(rule.Options))
    if options:
        yield "## Options\n"
        yield f"In `[rules.{rule.name()}]` of the configuration.\n"
        yield "| option | type | default | meaning |\n|---|---|---|---|"
        for option in options:
            shown = json.dumps(option.default_factory() if callable(option.default_factory) else option.default)
            name, meaning = option.name.replace("_", "-"), option.metadata.get("help", "")
            yield f"| `{name}` | {option.type} | `{shown}` | {meaning} |"
        yield ""


def json_page(rules: Iterable[type[Rule]]) -> str:
    """Rules as a JSON list."""
    return json.dumps([_as_json(rule) for rule in rules], indent=2, ensure_ascii=False)


def _as_json(rule: type[Rule]) -> dict[str, object]:
    said = rule.documentation()
    return {
        "code": rule.code,
        "name": rule.name(),
        "severity": rule.severity.value,
        "profile": rule.profile,
        "url": rule.url(),
        "summary": said.summary,
        "why": said.why,
        "sources": [cited(source) for source in rule.sources],
        "broken": said.broken,
        "mended": said.mended,
        "exceptions": said.exceptions,
        "options": [option.name.replace("_", "-") for option in fields(rule.Options)],
    }
