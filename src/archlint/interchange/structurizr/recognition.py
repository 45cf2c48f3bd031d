"""Whether a file is a workspace of Structurizr: its content says so, and its name only where that leaves it open."""

from __future__ import annotations

import re

from archlint.interchange.structurizr.words import ASIDE, KNOWN

__all__ = ["recognises"]

_ENOUGH = 256 * 1024
_JSON_MODEL = re.compile(rb'"model"\s*:\s*\{')
_JSON_REST = re.compile(rb'"(?:softwareSystems|people|customElements|deploymentNodes|views|documentation)"\s*:\s*[\[{]')
_JSON_ENCRYPTED = re.compile(rb'"encryptionStrategy"\s*:\s*\{')
_QUOTED = re.compile(r'"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"')
_REMARK = re.compile(r"/\*[\s\S]*?(?:\*/|\Z)|^[^\S\n]*(?://|#)[^\n]*", re.MULTILINE)
_DIRECTIVE = re.compile(
    rf"^[^\S\n]*(?:{'|'.join(word for word in KNOWN if word[0] == '!')})\b", re.IGNORECASE | re.MULTILINE
)
_DECLARES = re.compile(
    r"^[^\S\n]*(?:[\w.-]+[^\S\n]+=[^\S\n]+)?(?:(?:person|softwaresystem|container|component|deploymentenvironment"
    r'|deploymentnode|infrastructurenode)[^\S\n]+"|(?:softwaresysteminstance|containerinstance|instanceof)[^\S\n]+\w)',
    re.IGNORECASE | re.MULTILINE,
)
_LIKEC4 = re.compile(
    r"'[^'\n]*'|-\[[\w-]*\]->|^[^\S\n]*(?:specification[^\S\n]*\{|extend[^\S\n]|view[^\S\n]"
    r"|import[^\S\n]*\{|global[^\S\n]*\{|element[^\S\n]+\w+[^\S\n]*(?:\{|$))",
    re.MULTILINE,
)
_OTHERS = (".c4", ".likec4")
_WORDS = ASIDE | {word.lower() for word in KNOWN}


def recognises(name: str, content: bytes) -> bool:
    """Whether a file of that name and content is a workspace, or a fragment of one, in the DSL or in JSON."""
    content = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if content[:1] == b"{":
        return _is_json(content)
    return _is_dsl(name, content[:_ENOUGH].decode(errors="replace"))


def _is_json(content: bytes) -> bool:
    if _JSON_ENCRYPTED.search(content):
        return True
    return bool(_JSON_MODEL.search(content) and _JSON_REST.search(content))


def _is_dsl(name: str, text: str) -> bool:
    plain = _REMARK.sub("", _QUOTED.sub('""', text))
    words = plain.split(None, 3)
    if not words:
        return False
    if words[0].lower() == "workspace" or _DIRECTIVE.search(plain):
        return True
    if name.endswith(_OTHERS) or _LIKEC4.search(plain):
        return False
    first = words[2] if len(words) > 2 and words[1] == "=" else words[0]
    begins = first.lower() in _WORDS or words[1:2] == ["->"]
    return bool(_DECLARES.search(plain)) or (name.endswith(".dsl") and begins)
