"""`archlint rule`: explains a rule."""

from __future__ import annotations

from typing import Annotated

import typer

from archlint.cli import completion
from archlint.cli.subjects import fail


def rule(
    selector: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE|NAME]",
            help="The rule to explain; without it, every rule in a line.",
            show_default=False,
            autocompletion=completion.rules,
        ),
    ] = None,
    all_rules: Annotated[bool, typer.Option("--all", help="Every rule, in a line each.")] = False,
    output_format: Annotated[
        str,
        typer.Option(
            "--output-format",
            metavar="FORMAT",
            help="text or json.",
            autocompletion=completion.words("text", "json"),
        ),
    ] = "text",
) -> None:
    """Explain a rule: what it checks, why, and how a breach of it is mended."""
    from archlint.language.suggestions import did_you_mean, nearest
    from archlint.rules.catalogue import catalogue, rule_named
    from archlint.rules.page import json_page, line, page

    if output_format not in ("text", "json"):
        fail(f"--output-format takes text or json, not {output_format}")
    if all_rules or selector is None:
        rules = list(catalogue().values())
        typer.echo(json_page(rules) if output_format == "json" else "\n".join(line(rule) for rule in rules))
        return
    found = rule_named(selector)
    if found is None:
        known = [*catalogue(), *(rule.name() for rule in catalogue().values())]
        hint = did_you_mean(nearest(selector.upper(), known) or nearest(selector.lower(), known))
        fail(f"there is no rule {selector}; {hint or '`archlint rule --all` lists them'}")
    typer.echo(json_page([found]) if output_format == "json" else page(found))
