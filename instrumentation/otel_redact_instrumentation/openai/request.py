"""A client and its request options in; which API it is, and what may be said without content, out.

Headers and the client's key are not looked at.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from otel_redact_instrumentation.openai.api import APIS, Api
from otel_redact_instrumentation.openai.plain import Json, plain_dict

__all__ = ["Target", "target_of"]

_DEPLOYMENT = re.compile(r"(?:openai/)?deployments/[^/]+/")
_VERSION = re.compile(r"(?:openai/)?v\d+/")
_RESPONSE = re.compile(r"responses/[^/]+")
_WORD = re.compile(r"[a-z][a-z_]{0,40}")
_MAX_MODEL = 256  # code points
_Place = tuple[Api, str, str, int | None]  # API, provider, host, port
_AZURE = frozenset({"AzureOpenAI", "AsyncAzureOpenAI"})
_BEDROCK = frozenset({"BedrockOpenAI", "AsyncBedrockOpenAI"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What one request asks for.

    Attributes:
        api: how it is recorded.
        body: a plain copy of the request's body; never shown by ``repr``.
        model: the model it names, or ``""``.
        provider: ``gen_ai.provider.name``.
        host: the server's name.
        port: its port; None: the scheme's default.
    """

    api: Api
    body: Json
    model: str
    provider: str
    host: str
    port: int | None

    def __repr__(self) -> str:
        """Show the operation only."""
        return f"Target(operation={self.api.operation!r})"


def target_of(client: object, options: object) -> Target | None:
    """Return what a request asks for; None where it is no call of a model (files, lists, …).

    Args:
        client: an ``openai.OpenAI`` or ``openai.AsyncOpenAI``.
        options: its ``FinalRequestOptions``.
    """
    body = plain_dict(getattr(options, "json_data", None))
    body |= plain_dict(getattr(options, "extra_json", None))
    model = body.get("model")
    kind: type = type(client)
    found = _place(
        kind,
        str(getattr(client, "base_url", "")),
        str(getattr(options, "url", "")),
        str(getattr(options, "method", "")).lower(),
        has_model=isinstance(model, str),
    )
    if found is None:
        return None
    api, provider, host, port = found
    return Target(
        api=api,
        body=body,
        model=model[:_MAX_MODEL] if isinstance(model, str) else "",
        provider=provider,
        host=host,
        port=port,
    )


@functools.lru_cache(maxsize=256)  # an application asks for few of them, again and again
def _place(client: type, base_url: str, url: str, method: str, *, has_model: bool) -> _Place | None:
    there = urlsplit(url)
    api = _api(_path(there.path), method, has_model=has_model)
    if api is None:
        return None
    base = there if there.netloc else urlsplit(base_url)
    return api, _provider(client), base.hostname or "", base.port


def _path(path: str) -> str:
    """Return the path below the base URL, deployment and version."""
    path = path.strip("/")
    for prefix in (_DEPLOYMENT, _VERSION):
        found = prefix.match(path)
        path = path[found.end() :] if found else path
    return path


def _api(path: str, method: str, *, has_model: bool) -> Api | None:
    if method == "post":
        known = APIS.get(path)
        if known is not None or not has_model:
            return known
        name = path.rpartition("/")[2]
        return Api(operation=name if _WORD.fullmatch(name) else "request")
    if method == "get" and _RESPONSE.fullmatch(path):
        return APIS["responses/{id}"]
    return None


def _provider(client: type) -> str:
    names = {kind.__name__ for kind in client.__mro__}
    if names & _AZURE:
        return "azure.ai.openai"
    return "aws.bedrock" if names & _BEDROCK else "openai"
