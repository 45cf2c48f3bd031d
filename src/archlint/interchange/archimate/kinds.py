"""The kinds of ArchiMate 3.2, the names that older versions had for them, and which of them are alike."""

from __future__ import annotations

__all__ = [
    "BEHAVIOUR", "BUSINESS", "CONNECTORS", "DATA", "DRAWINGS", "ELEMENTS", "GROUPS", "RELATIONS", "SERVICES",
    "STRUCTURES", "TECHNOLOGY", "kind_of",
]  # fmt: skip


def _kinds(text: str) -> frozenset[str]:
    return frozenset(text.split())


STRUCTURES = _kinds("ApplicationComponent ApplicationCollaboration")
"""What is a system or made of systems in the application layer."""

TECHNOLOGY = _kinds("Node Device SystemSoftware TechnologyCollaboration Equipment Facility")
"""What runs other things."""

SERVICES = _kinds("ApplicationService ApplicationInterface TechnologyService TechnologyInterface")
"""The ways into a system."""

BUSINESS = _kinds(
    "BusinessActor BusinessRole BusinessCollaboration BusinessInterface BusinessProcess BusinessFunction"
    " BusinessInteraction BusinessEvent BusinessService Product"
)
"""Who and what needs systems, and is none."""

BEHAVIOUR = _kinds(
    "ApplicationFunction ApplicationProcess ApplicationInteraction ApplicationEvent TechnologyFunction"
    " TechnologyProcess TechnologyInteraction TechnologyEvent BusinessProcess BusinessFunction BusinessInteraction"
    " BusinessEvent BusinessService"
)
"""What somebody or something does: whoever is assigned to it stands for it."""

DATA = _kinds("DataObject BusinessObject Contract Representation Material")
"""What is read and written."""

GROUPS = _kinds("Grouping Location ApplicationCollaboration TechnologyCollaboration BusinessCollaboration Plateau Gap")
"""What holds others together without being their whole."""

CONNECTORS = _kinds("Junction AndJunction OrJunction")
"""Where relations meet."""

ELEMENTS = (
    STRUCTURES | TECHNOLOGY | SERVICES | BUSINESS | BEHAVIOUR | DATA | GROUPS | CONNECTORS
    | _kinds(
        "Path CommunicationNetwork DistributionNetwork Artifact Stakeholder Driver Assessment Goal Outcome Principle"
        " Requirement Constraint Meaning Value Resource Capability CourseOfAction ValueStream WorkPackage Deliverable"
        " ImplementationEvent"
    )
)  # fmt: skip

RELATIONS = _kinds(
    "Composition Aggregation Assignment Realization Serving Access Influence Association Triggering Flow Specialization"
)

DRAWINGS = _kinds("ArchimateDiagramModel SketchModel CanvasModel DiagramModel")

_RENAMED = {
    "UsedBy": "Serving",
    "Realisation": "Realization",
    "Specialisation": "Specialization",
    "InfrastructureService": "TechnologyService",
    "InfrastructureInterface": "TechnologyInterface",
    "InfrastructureFunction": "TechnologyFunction",
    "Network": "CommunicationNetwork",
    "CommunicationPath": "Path",
}


def kind_of(type: str) -> str:
    """The kind that a type of any version means, without prefix and ending: `archimate:UsedByRelationship` is
    Serving."""
    name = type.rpartition(":")[2].removesuffix("Relationship")
    return _RENAMED.get(name, name)
