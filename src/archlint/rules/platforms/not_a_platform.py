"""PLT102: an operating system or a box that is taken for a platform."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.needs import provided
from archlint.graph.snapshot import Snapshot
from archlint.model.box_names import box_named, by_bare_name
from archlint.model.elements import Platform
from archlint.rules.rule import SnapshotRule

__all__ = ["NotAPlatform", "NotAPlatformOptions"]

BOXES = (
    "Windows Server",
    "Microsoft Windows",
    "Linux Server",
    "Linux",
    "Red Hat Enterprise Linux",
    "SUSE Linux Enterprise Server",
    "Ubuntu",
    "Ubuntu Server",
    "Debian",
    "CentOS",
    "Unix",
    "HP-UX",
    "IBM AIX",
    "IBM z/OS",
    "Oracle Solaris",
    "macOS",
    "Android",
    "Apple iOS",
    "Microsoft Dynamics",
    "Microsoft Dynamics CRM",
    "Microsoft Exchange Server",
    "Microsoft SharePoint",
    "Microsoft SQL Server",
    "Oracle E-Business Suite",
    "Oracle PeopleSoft",
    "Oracle Siebel",
    "Salesforce",
    "ServiceNow",
    "VMware vSphere",
    "Citrix XenApp",
    "Documentum",
    "Lotus Notes",
    "Dropbox",
)


@dataclass(frozen=True)
class NotAPlatformOptions:
    """The options of PLT102."""

    boxes: tuple[str, ...] = field(
        default=BOXES,
        metadata={"help": "names of operating systems and box products, with or without their vendor"},
    )


class NotAPlatform(SnapshotRule):
    """The title or the identifier of a platform is the name of an operating system or of a box product.

    The whole title counts, without case, punctuation, version and vendor: `Windows Server 2012 R2` and
    `microsoft-windows-server` are Windows Server, `Hosting on Windows Server` is not. Which names these are is an
    option. In the profile `code-of-practice` also a platform that states neither a capability nor an interface, those
    of its parts and stores included.

    ## Why
    Platforms offer interfaces, protocols and tools on which others build products quickly. An operating system or an
    application from a box is something that a platform may be made with, and no platform.
    Source: Technology architecture, line 66.

    ## Breaks it
    ```arch
    platform servers "Windows Server 2012"
    ```

    ## Mended
    ```arch
    capability hosting
    platform servers "Departmental hosting" { technology "Windows Server 2012"; provides hosting }
    ```

    ## Exceptions
    A platform that somebody else runs (`external`) is not judged. The `technology` of a platform may be a box.
    """

    code = "PLT102"
    severity = Severity.ERROR
    sources = ("000:66",)
    Options = NotAPlatformOptions

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        boxes = by_bare_name(self.options.boxes)
        for platform in snapshot.of(Platform):
            if platform.imported or snapshot.external(platform):
                continue
            box = box_named(platform, boxes)
            if box:
                yield self.finding(
                    platform,
                    f"the platform `{platform.path}` is called by the name of {box}, which is no platform",
                    help=f'name it after what it offers to products, and state `technology "{box}"` in it',
                )
            elif self.judges_unstated and not (snapshot.interfaces(platform) or provided(snapshot, platform)):
                yield self.finding(
                    platform,
                    f"the platform `{platform.path}` states neither a capability nor an interface",
                    help=f"state what `{platform.path}` provides and by which interface, or make it a `system`",
                )
