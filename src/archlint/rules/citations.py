"""The documents that the rules come from, and how a line of them is cited."""

from __future__ import annotations

__all__ = ["DOCUMENTS", "cited"]

DOCUMENTS = {
    "000": "Technology architecture",
    "001": "Government as a platform",
    "002": "Technology Code of Practice",
    "003": "Rebalancing technology across government",
    "004": "Action 11",
}


def cited(source: str) -> str:
    """`000:45` in words: the document and the line or lines; only the document where no line is named."""
    number, _, lines = source.partition(":")
    title = DOCUMENTS.get(number, number)
    return f"{title}, line{'s' if '-' in lines else ''} {lines}" if lines else title
