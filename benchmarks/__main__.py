"""`python -m benchmarks`: measures, or generates an estate to look at."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import astuple
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.measure import Measured, measure
from benchmarks.peer import find_peer, peer_command
from benchmarks.results import Result, as_json, machine, remarks, rows, table
from benchmarks.situations import SITUATIONS, Situation

app = typer.Typer(help=__doc__, add_completion=False, pretty_exceptions_enable=False)


@app.command()
def run(
    situation: Annotated[list[str] | None, typer.Option(help="Only this one; may be repeated.")] = None,
    runs: Annotated[int, typer.Option(min=1, help="How often each command runs; the median counts.")] = 5,
    output: Annotated[Path, typer.Option(help="Where the JSON goes.")] = Path("benchmarks/results/latest.json"),
    peer: Annotated[bool, typer.Option(help="Measure LikeC4 beside archlint.")] = True,
) -> None:
    """Measures `archlint check` and exits with 1 if a bar that must be reached is missed."""
    chosen = chosen_situations(situation or [])
    print(machine(), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        results = [result_of(one, Path(folder), runs, peer) for one in chosen]
    found = rows(results)
    print(table(found))
    print("\n".join(remarks(results)))
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(as_json(results, found), indent=2) + "\n", encoding="utf-8")
    raise typer.Exit(any(row.verdict == "missed" for row in found))


@app.command()
def generate(
    folder: Path,
    elements: int,
    relations: int,
    files: int = 1,
    legacy: float = 0.1,
    dated: float = 0.2,
    flaws: float = 0.01,
    seed: int = 2014,
    likec4: Annotated[bool, typer.Option(help="Write LikeC4 text instead.")] = False,
) -> None:
    """Writes an estate of a given size into a folder."""
    from benchmarks.arch_text import write_arch
    from benchmarks.estate import Size
    from benchmarks.generate import generate as make
    from benchmarks.likec4_text import write_likec4

    try:
        estate = make(Size(elements, relations, files, legacy, dated, flaws, seed))
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    (write_likec4 if likec4 else write_arch)(estate, folder)


def chosen_situations(names: list[str]) -> list[Situation]:
    """Gives the situations of these names, or all if there are none.

    Raises BadParameter if there is no situation of a name.
    """
    known = {one.name: one for one in SITUATIONS}
    if set(names) - known.keys():
        raise typer.BadParameter(f"the situations are {', '.join(known)}")
    return [known[name] for name in known if name in names or not names]


def result_of(situation: Situation, folder: Path, runs: int, peer: bool) -> Result:
    """Measures one situation, after a first run that counts and is not timed."""
    model = generated(situation, folder / situation.name)
    cached = [str(Path(sys.executable).with_name("archlint")), "check", str(model), "--exit-zero"]
    command = [*cached, "--no-cache"]
    counts = counted([*command, "--output-format", "json"])
    print(f"{situation.title}: {counts}", flush=True)
    measured = measure(command, runs)
    again, one_changed = measured_again(situation, cached, model, runs)
    beside = measured_peer(situation, folder, runs) if situation.peer and peer else None
    return Result(situation, measured, counts, beside, again, one_changed)


def measured_again(
    situation: Situation, command: list[str], model: Path, runs: int
) -> tuple[Measured | None, Measured | None]:
    """Measures runs with the cache of the one before: with nothing changed, and with a line added to one file."""
    file = max(model.glob("*.arch"))

    def change() -> None:
        with file.open("a", encoding="utf-8") as text:
            text.write("# changed\n")

    if situation.again or situation.one_changed:
        measure(command, 1)  # fills the cache
    return (
        measure(command, runs) if situation.again else None,
        measure(command, runs, before=change) if situation.one_changed else None,
    )


def generated(situation: Situation, model: Path, *options: str) -> Path:
    """Writes the estate of a situation, in a process of its own, and gives its folder."""
    elements, relations, files, legacy, dated, flaws, seed = map(str, astuple(situation.size))
    values = {"files": files, "legacy": legacy, "dated": dated, "flaws": flaws, "seed": seed}
    stated = [f"--{name}={value}" for name, value in values.items()]
    command = [
        sys.executable,
        "-m",
        "benchmarks",
        "generate",
        str(model),
        elements,
        relations,
        *stated,
        *options,
    ]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return model


def counted(command: list[str]) -> dict[str, int]:
    """Gives the numbers of elements, relations and findings that archlint reports."""
    done = subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True)
    (model,) = json.loads(done.stdout)["models"]
    return {
        "elements": model["elements"],
        "relations": model["relations"],
        "findings": len(model["findings"]),
    }


def measured_peer(situation: Situation, folder: Path, runs: int) -> Measured | None:
    """Measures LikeC4 on the same estate; says so if that cannot be done."""
    program = find_peer(folder / "npm")
    if program is None:
        print("LikeC4 is not measured: neither likec4 nor an npm that installs it is here", flush=True)
        return None
    model = generated(situation, folder / f"{situation.name}-likec4", "--likec4")
    return measure(peer_command(program, model), runs)


if __name__ == "__main__":
    app()
