"""Which files are workspaces of Structurizr: those whose content says so."""

from __future__ import annotations

import pytest

from archlint.interchange.formats import detected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("w.dsl", "workspace {\n}\n"),
        ("w.c4", '/* a */\nworkspace "Name" extends x.dsl {\n model {\n }\n}\n'),
        ("w.txt", '!const A "b"\n\nWorkspace {\n}'),
        ("w.c4", '\ufeff// one\nmodel {\n !include a.dsl\n}\n'),
        ("part.dsl", 'model {\n customer = person "Customer"\n}\n'),
        ("part", 'web = container "Web" "Pages" "Go" {\n}\n'),
        ("part.dsl", "a -> b \"Uses\"\n"),
        ("view.dsl", 'dynamic * "Key" {\n a -> b\n}\n'),
        ("facts.dsl", "url https://a.example\n"),
        ("w.json", '{"id": 1, "name": "N", "model": {"people": []}, "views": {}}'),
        ("w.json", ' \n{"model": {}, "documentation": {}}'),
        ("w.json", '{"id": 1, "ciphertext": "x", "encryptionStrategy": {"type": "aes"}}'),
    ],
)  # fmt: skip
def test_a_workspace_is_known_by_its_content(name: str, text: str) -> None:
    """Whole or a fragment, in the DSL or in JSON, whatever the file is called."""
    assert detected(name, text.encode()) == "structurizr"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("m.c4", "specification {\n element person\n}\nmodel {\n p = person 'P'\n}\n"),
        ("m.c4", 'model {\n p = person "P"\n s = softwareSystem "S"\n p -> s "uses"\n}\n'),
        ("m.dsl", "model {\n p = person 'P' {\n  -[async]-> s\n }\n}\n"),
        ("views.likec4", "views {\n view index {\n include *\n }\n}\n"),
        ("jobs.dsl", "pipelineJob('x') {\n definition {\n }\n}\n"),
        ("x.json", '{"nodes": [], "relationships": []}'),
        ("x.json", '{"model": "T-1000", "views": 3}'),
        ("x.yaml", "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: workspace\n"),
        ("x.dsl", ""),
        ("x.dsl", "# nothing\n"),
    ],
)
def test_other_files_are_not(name: str, text: str) -> None:
    """Models of LikeC4 with kinds of the same names, scripts, other JSON and YAML."""
    assert detected(name, text.encode()) != "structurizr"
