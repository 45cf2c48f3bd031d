"""SYN004: blocks that stand too deep in each other."""

from __future__ import annotations

from archlint.diagnostics import Severity
from archlint.rules.rule import TextRule

__all__ = ["NestingTooDeep"]


class NestingTooDeep(TextRule):
    """Blocks stand in each other deeper than `max-depth` allows: 32, unless the configuration says otherwise.

    ## Why
    Nobody reads a system of parts of parts of parts so deep; a text like that was made by a machine, by
    mistake or in bad faith. The limit keeps such a text from costing time and memory without bound.

    ## Breaks it
    ```arch
    product s1 { system s2 { system s3 { system s4 { system s5 { system s6 {
    system s7 { system s8 { system s9 { system s10 { system s11 { system s12 {
    system s13 { system s14 { system s15 { system s16 { system s17 { system s18 {
    system s19 { system s20 { system s21 { system s22 { system s23 { system s24 {
    system s25 { system s26 { system s27 { system s28 { system s29 { system s30 {
    system s31 { system s32 { system s33 {
    }}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}
    ```

    ## Mended
    ```arch
    product s1 { system s2 { system s3 {
    }}}
    ```
    """

    code = "SYN004"
    severity = Severity.ERROR
