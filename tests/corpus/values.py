"""Every entity of the catalogue and the formats of its values, by detector name."""

from __future__ import annotations

from tests.corpus.template import Format
from tests.corpus.values_ai import AI
from tests.corpus.values_cloud import CLOUD
from tests.corpus.values_code import CODE
from tests.corpus.values_generic import GENERIC
from tests.corpus.values_nations import NATIONS
from tests.corpus.values_nations_more import MORE_NATIONS
from tests.corpus.values_nations_weighted import WEIGHTED
from tests.corpus.values_network import CRYPTO, IDENTIFIERS, MEDIA, NETWORK
from tests.corpus.values_pii import PII
from tests.corpus.values_saas import SAAS
from tests.corpus.values_tools import TOOLS

__all__ = ["SECRETS", "VALUES"]

SECRETS: dict[str, tuple[Format, ...]] = {**CLOUD, **AI, **CODE, **SAAS, **TOOLS, **GENERIC}
VALUES: dict[str, tuple[Format, ...]] = {
    **SECRETS,
    **PII,
    **NATIONS,
    **MORE_NATIONS,
    **WEIGHTED,
    **NETWORK,
    **MEDIA,
    **CRYPTO,
    **IDENTIFIERS,
}
