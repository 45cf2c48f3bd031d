"""The words of the DSL that say nothing of the model, and those that a misspelt word may mean."""

from __future__ import annotations

__all__ = ["ASIDE", "KNOWN", "STYLES"]

STYLES = frozenset((
    "shape", "icon", "iconposition", "width", "height", "background", "color", "colour", "stroke", "strokewidth",
    "fontsize", "border", "opacity",
))  # fmt: skip
"""What a style says."""

ASIDE = STYLES | frozenset((
    "views", "configuration", "branding", "terminology", "styles", "light", "dark", "theme", "themes", "documentation",
    "custom", "systemlandscape", "systemcontext", "dynamic", "deployment", "filtered", "image", "include", "exclude",
    "animation", "animationstep", "autolayout", "default", "title", "plantuml", "mermaid", "kroki", "logo", "font",
    "relationship", "thickness", "dashed", "routing", "jump", "style", "position", "metadatasymbols", "users", "scope",
    "visibility", "deploymentgroup", "healthcheck", "name", "instances",
))  # fmt: skip
"""What stands in a workspace or an element and says nothing of the model."""

KNOWN = (
    "workspace", "model", "views", "configuration", "archetypes", "group", "person", "softwareSystem", "container",
    "component", "element", "deploymentEnvironment", "deploymentGroup", "deploymentNode", "infrastructureNode",
    "softwareSystemInstance", "containerInstance", "instanceOf", "healthCheck", "tags", "tag", "description",
    "technology", "instances", "url", "properties", "perspectives", "enterprise", "name", "metadata",
    "!include", "!docs", "!adrs", "!decisions", "!const", "!constant", "!var", "!identifiers", "!impliedRelationships",
    "!element", "!elements", "!relationship", "!relationships", "!ref", "!extend", "!components", "!plugin", "!script",
)  # fmt: skip
"""The words of the language as people write them."""
