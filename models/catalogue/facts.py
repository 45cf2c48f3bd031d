"""What a record of each list says about the estate, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from models.catalogue.records import Api, Application, Provider
from models.catalogue.wording import address, block, fact, head, moment, word

__all__ = ["NOT_IN_STD", "Known", "api_text", "application_text", "mentioned_text", "provider_text", "standards_of"]

IN_NAMES = {
    "edifact": "EDIFACT",
    "fhir": "FHIR",
    "graphql": "GraphQL",
    "hl7-v3": "HL7 V3",
    "ldap": "LDAP",
    "oauth2": r"OAuth 2(?:\.0)?",
    "odata": "OData",
    "rest": "REST(?:ful)?",
    "soap": "SOAP",
    "sparql": "SPARQL",
}
"""How the end of a name states a standard, as in "Alerts - FHIR API"; further in front it may be the subject."""

IN_ADDRESSES = {
    "graphql": "graphql",
    "oauth2": "oauth2",
    "odata": "odata",
    "rest": "rest",
    "soap": r"soap|\w*soapengine",
    "sparql": "sparql",
    "wfs": "wfs",
    "wms": "wms",
    "wmts": "wmts",
}
"""How a whole step of an address states a standard."""

NOT_IN_STD = {"hl7-v3": "HL7 V3", "wmts": "WMTS"}
"""Nothing here says whether these are open, so neither do we."""

_END_OF_NAME = r"\b(?:{})(?: APIs?)?(?: \([^()]*\))?\Z"


@dataclass(frozen=True)
class Known:
    """The names of what systems refer to, by how the lists call it."""

    providers: Mapping[str, str]
    teams: Mapping[str, str]
    users: Mapping[str, str]
    hosts: Mapping[str, str]


def standards_of(api: Api) -> list[str]:
    """Gives the standards that the name or the addresses of an API state."""
    steps = {step for one in (api.url, api.documentation) for step in re.split(r"[/?#]", one)[3:]}
    named = {name for name, text in IN_NAMES.items() if re.search(_END_OF_NAME.format(text), api.name)}
    addressed = {
        name for name, text in IN_ADDRESSES.items() if any(re.fullmatch(text, step, re.IGNORECASE) for step in steps)
    }
    return sorted(named | addressed)


def api_text(api: Api, name: str, known: Known, file: str) -> str:
    """Gives an API as an interface of a system whose role nobody states."""
    standards = standards_of(api)
    interface = block(
        "interface api",
        f"standard {', '.join(standards)}" if standards else "",
        address("docs", "documentation", api.documentation),
        address("link", "url", api.url) if api.url != api.documentation else "",
    )
    return block(
        head("system", name, api.name),
        f"owner {known.providers[api.provider]}" if api.provider else "",
        moment("since", "start-date", api.start_date),
        moment("until", "end-date", api.end_date),
        fact("meta area-served", api.area_served),
        fact("meta licence", api.license),
        fact("meta date-added", api.date_added),
        fact("meta date-updated", api.date_updated),
        fact("source", f"{file}: {api.name}"),
        interface,
    )


def application_text(application: Application, name: str, known: Known, file: str) -> str:
    """Gives an application as a system whose role nobody states."""
    host, closed = application.production_hosted_on, application.private_repo
    kinds = [word(application.type)] if application.type else []
    tags = [*kinds, "retired"] if application.retired else kinds
    is_api = application.type == "APIs" or application.api_docs_url
    return block(
        head("system", name, application.name),
        f"owner {known.teams[application.team]}" if application.team else "",
        f"tags {', '.join(tags)}" if tags else "",
        "" if closed is None else f"source-code {'closed' if closed else 'open'}",
        f"serves {', '.join(sorted(known.users[actor] for actor in application.actors))}" if application.actors else "",
        f"hosted-on {known.hosts[host]}" if host in known.hosts else fact("meta production-hosted-on", host),
        address("link", "repository", application.repo_url),
        fact("meta github-repository", application.repository if application.app_name else ""),
        fact("meta production-url", application.production_url),
        fact("source", f"{file}: {application.name}"),
        block("interface api", address("docs", "documentation", application.api_docs_url)) if is_api else "",
    )


def provider_text(name: str, provider: Provider, file: str) -> str:
    """Gives an organisation as the table of organisations has it."""
    return block(
        head("organisation", name, provider.name),
        address("link", "url", provider.url),
        fact("meta alternate-name", provider.alternate_name),
        fact("source", f"{file}: {provider.id}"),
    )


def mentioned_text(kind: str, name: str, title: str, source: str) -> str:
    """Gives an element of which a list says no more than what it is called."""
    return block(head(kind, name, title), fact("source", source))
