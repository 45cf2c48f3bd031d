"""Packs what is installed here into wheels again, so that hooks can be installed without a network."""

from __future__ import annotations

import re
import zipfile
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

__all__ = ["wheels_of"]


def wheels_of(requirements: list[str], folder: Path) -> None:
    """Writes a wheel for each requirement and for all that these require, as they are installed here."""
    wanted, packed = list(requirements), set[str]()
    while wanted:
        requirement = Requirement(wanted.pop())
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        if name in packed or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        packed.add(name)
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # what is missing is said by the installation that needs it
        _pack(found, folder)
        wanted += found.requires or []


def _pack(found: Distribution, folder: Path) -> None:
    """A wheel is what was unpacked from it, but for the scripts and the bytecode that the installer made."""
    tags = re.findall(r"^Tag: (\S+)-(\S+)-(\S+)$", found.read_text("WHEEL") or "", flags=re.MULTILINE)
    tag = "-".join(".".join(sorted(set(parts))) for parts in zip(*tags, strict=True))
    name = re.sub(r"[-_.]+", "_", found.metadata["Name"])
    with zipfile.ZipFile(folder / f"{name}-{found.version}-{tag}.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        for file in found.files or []:
            made_here = ".." in file.parts or "__pycache__" in file.parts or file.name in ("INSTALLER", "REQUESTED")
            place = Path(str(file.locate()))
            if not made_here and place.is_file():
                wheel.write(place, file.as_posix())
