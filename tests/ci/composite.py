"""Runs a composite action as a runner does, as far as this one needs: expressions, step outputs, shells, conditions."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

__all__ = ["Runner", "load"]

EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")

Yaml = dict[str, Any]
"""What PyYAML gives for a mapping."""


def load(file: Path) -> Yaml:
    """The content of a YAML file."""
    content: Yaml = yaml.safe_load(file.read_text("utf-8"))
    return content


@dataclass
class Runner:
    """A workspace, and what steps have left in it.

    Actions that a step uses are not run but noted, with their inputs; a step whose outputs are there is not run again.
    """

    action: Path
    workspace: Path
    temporary: Path
    environment: dict[str, str]
    inputs: dict[str, str] = field(default_factory=dict)
    given: dict[str, dict[str, str]] = field(default_factory=dict)
    """The outputs of the actions that are only noted."""
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    used: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    said: str = ""
    failed: bool = False

    def run(self) -> Runner:
        """Runs every step in order, after a failure only those that always run."""
        content = load(self.action / "action.yml")
        self.inputs = {name: one.get("default", "") for name, one in content["inputs"].items()} | self.inputs
        for step in content["runs"]["steps"]:
            if self._wanted(step.get("if", "success()")):
                self._step(step)
        return self

    @property
    def summary(self) -> str:
        """What stands in the summary of the step."""
        file = self.temporary / "summary"
        return file.read_text("utf-8") if file.exists() else ""

    def _wanted(self, condition: str) -> bool:
        """Terms joined by `&&`: `always()`, `success()`, or `a == 'b'` and `a != 'b'`."""
        truths = []
        for term in condition.split(" && "):
            if term in ("always()", "success()"):
                truths.append(term == "always()" or not self.failed)
                continue
            left, sign, right = re.fullmatch(r"([\w.-]+) (==|!=) '([^']*)'", term).groups()  # type: ignore[union-attr] # another shape is a fault of the test
            truths.append((self._value(left) == right) == (sign == "=="))
        always = "always()" in condition
        return all(truths) and (always or not self.failed)

    def _step(self, step: Yaml) -> None:
        if step.get("id") in self.outputs:
            return
        if "uses" in step:
            self.used.append((step["uses"], {name: self._said(value) for name, value in step["with"].items()}))
            self.outputs[step.get("id", "")] = self.given.get(step["uses"].partition("@")[0], {})
            return
        output = self.temporary / f"output-{step['id']}"
        run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
            cwd=self.workspace / self._said(step.get("working-directory", ".")),
            env=self._environment(step, output), capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        self.said += run.stdout + run.stderr
        self.outputs[step["id"]] = dict(_pairs(output))
        self.failed |= run.returncode != 0

    def _environment(self, step: Yaml, output: Path) -> dict[str, str]:
        return {
            **self.environment,
            **{name: self._said(value) for name, value in step.get("env", {}).items()},
            "RUNNER_TEMP": str(self.temporary),
            "GITHUB_ACTION_PATH": str(self.action),
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(self.temporary / "summary"),
        }

    def _said(self, text: object) -> str:
        written = {True: "true", False: "false"}.get(text) if isinstance(text, bool) else str(text)
        return EXPRESSION.sub(lambda found: self._value(found[1]), written or "")

    def _value(self, name: str) -> str:
        match name.split("."):
            case ["inputs", one]:
                return self.inputs[one]
            case ["steps", step, "outputs", one]:
                return self.outputs.get(step, {}).get(one, "")
        raise ValueError(f"nobody knows what {name} is")


def _pairs(file: Path) -> Iterator[tuple[str, str]]:
    for line in file.read_text("utf-8").splitlines() if file.exists() else ():
        name, _, value = line.partition("=")
        yield name, value
