"""Azure keys that carry their service's mark: search, Functions, Cosmos DB, Redis, registry."""

from __future__ import annotations

from otel_redact.types import Detector, Group, Trigger

__all__ = ["AZURE_SERVICE_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_LONG = _BODY * 3
_SEARCH = _LONG[:42] + "Az" + "SeA1b2C3"
_FUNCTION = _LONG[:44] + "Az" + "Fu1b2C3A=="
_COSMOS = _LONG[:76] + "AC" + "Db1b2C3A=="
_REDIS = _LONG[:33] + "Az" + "CaA1b2C3="
_REGISTRY = _LONG[:42] + "+A" + "CRA1b2C3"

# The mark stands at a fixed place, so base64 that holds it by chance hardly ever matches.
AZURE_SERVICE_KEY = Detector(
    name="azure_service_key",
    entity="AZURE_SERVICE_KEY",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}"
        r"|[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{6}=="
        r"|[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{6}==|[A-Za-z0-9]{33}AzCa[A-P][A-Za-z0-9]{5}="
        r"|[A-Za-z0-9+/]{76}(?:\+ASt|\+ABa|\+AMC|APIM)[A-Za-z0-9+/]{6}=="
        r"|[A-Za-z0-9+/]{33}(?:AIoT|\+ASb|\+AEh|\+ARm)[A-P][A-Za-z0-9+/]{5}="
        r"|[A-Za-z0-9+/]{42}\+ACR[A-D][A-Za-z0-9+/]{5})"
        r"(?![A-Za-z0-9+/=_-])"
    ),
    triggers=(
        Trigger("azse", before=42),
        Trigger("azfu", before=44),
        Trigger("acdb", before=76),
        Trigger("azca", before=33),
        *(Trigger(mark, before=76) for mark in ("+ast", "+aba", "+amc", "apim")),
        *(Trigger(mark, before=33) for mark in ("aiot", "+asb", "+aeh", "+arm")),
        Trigger("+acr", before=42),
    ),
    priority=100,
    hits=(
        "SEARCH=" + _SEARCH,
        "https://f.azurewebsites.net/api/x?code=" + _FUNCTION,
        "use " + _COSMOS + " here",
        "redis " + _REDIS,
        "docker login -p " + _REGISTRY + " x",
    ),
    misses=("AzSe", "a" + _SEARCH, _SEARCH[1:], _COSMOS[:-2], "sha " + _BODY + _BODY[:10]),
    source="https://learn.microsoft.com/purview/sit-defn-azure-search-api-key (2026-11-24)",
)
