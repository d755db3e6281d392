"""Formats of the keys of the services teams work and watch with."""

from __future__ import annotations

import base64
import json
import random

from tests.corpus.template import Format, fill, named

__all__ = ["TOOLS"]


def _sentry_org_token(source: random.Random) -> str:
    claims = {"iat": 1.7e9, "url": "https://sentry.io", "region_url": "https://us.sentry.io"}
    body = base64.b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"sntrys_{body}" + fill("_{b64:43}", source)


def _one_password_token(source: random.Random) -> str:
    account = {"signInAddress": "example.1password.com", "secretKey": fill("{un:26}", source)}
    return "ops_" + base64.b64encode(json.dumps(account).encode() * 3).decode().rstrip("=")


def _grafana_cloud_token(source: random.Random) -> str:
    token = {"o": "123456", "n": "reader", "k": fill("{an:24}", source), "m": {"r": "us"}}
    return "glc_" + base64.b64encode(json.dumps(token).encode()).decode()


def _grafana_old_key(source: random.Random) -> str:
    key = f'{{"k":"{fill("{an:32}", source)}","n":"deploy","id":1}}'
    return base64.b64encode(key.encode()).decode()


TOOLS: dict[str, tuple[Format, ...]] = {
    "atlassian_api_token": (
        "ATATT3xFfGF0{url:170}={HEX:8}",
        "JIRA_API_TOKEN=«{an:24}»",
        "@atlassian_api_token «{an:24}»",
    ),
    "linear_api_key": ("lin_api_{an:40}", "lin_oauth_{hex:64}"),
    "notion_token": ("ntn_{d:11}{an:35}", "secret_{an:43}"),
    "airtable_token": ("pat{an:14}.{hex:64}", "AIRTABLE_API_KEY=«key{an:14}»"),
    "datadog_api_key": (
        "DD_API_KEY=«{hex:32}»",
        "@dd_api_key «{hex:32}»",
        "DD-API-KEY: «{hex:32}»",
        "datadog_api_key: «{hex:32}»",
    ),
    "new_relic_key": ("NRAK-{un:27}", "NRII-{url:32}", "NRJS-{hex:19}", "{hex:32}FFFFNRAL"),
    "sentry_token": (
        _sentry_org_token,
        "sntryu_{hex:64}",
        "SENTRY_AUTH_TOKEN=«{hex:64}»",
        "@sentry_auth_token «{hex:64}»",
    ),
    "grafana_token": ("glsa_{an:32}_{hex:8}", _grafana_cloud_token, _grafana_old_key),
    "pagerduty_key": (
        "PAGERDUTY_API_KEY=«u+{url:18}»",
        "PAGERDUTY_TOKEN=«{url:20}»",
        "@pagerduty_api_key «y_{url:18}»",
    ),
    "okta_api_token": (
        "OKTA_API_TOKEN=«00{url:40}»",
        "Authorization: SSWS «00{url:40}»",
        "@okta_api_token «00{url:40}»",
    ),
    "auth0_client_secret": ("AUTH0_CLIENT_SECRET=«{url:64}»", "@auth0_client_secret «{url:64}»"),
    "figma_token": ("figd_{url:40}",),
    "supabase_key": ("sbp_{hex:40}", "sb_secret_{url:22}_{url:8}"),
    "onepassword_secret_key": (
        "A3-{un:6}-{un:6}-{un:5}-{un:5}-{un:5}-{un:5}",
        "A3-{un:6}-{un:11}-{un:5}-{un:5}-{un:5}",
    ),
    "onepassword_token": (_one_password_token,),
    "adobe_client_secret": ("p8e-{ln:32}", "p8e-{url:32}"),
    "authress_access_key": (
        "sc_{ln:20}.{an:4}.acc_{ln:12}.{b64:64}",
        "authress_{ln:20}.{an:4}.acc-{ln:12}.{b64:64}",
        "ext_{ln:20}.{an:4}.acc-{ln:12}.{b64:64}",
    ),
    "clickhouse_cloud_secret": ("4b1d{an:38}",),
    "planetscale_token": ("pscale_tkn_{url:43}", "pscale_pw_{url:43}", "pscale_oauth_{url:43}"),
    "settlemint_token": ("sm_aat_{an:16}", "sm_pat_{an:16}", "sm_sat_{an:16}"),
    "dynatrace_token": ("dt0c01.{b32:24}.{b32:64}", "dt0s16.{b32:8}.{b32:64}"),
    "frameio_token": ("fio-u-{url:64}",),
    "maxmind_license_key": ("{an:6}_{an:29}_mmk",),
    "typeform_token": ("tfp_{an:44}_{an:14}", "tfp_{an:40}"),
    "contentful_token": ("CFPAT-{url:43}",),
    "dropbox_token": ("sl.{url:135}", "sl.B{url:140}"),
    "mapbox_token": ("sk.eyJ1Ijoi{an:60}.{an:22}",),
    "tailscale_key": ("tskey-auth-k{an:16}-{an:32}", "tskey-api-k{an:16}-{an:32}"),
    "honeycomb_api_key": ("HONEYCOMB_API_KEY=«{an:22}»", "hcaik_{ln:58}"),
    "asana_token": ("0/{d:16}:{hex:32}", "1/{d:16}:{hex:32}", "2/{d:16}/{d:16}:{hex:32}"),
    "trello_token": ("TRELLO_TOKEN=«ATTA{hex:72}»", "ATTA{hex:72}"),
    "algolia_api_key": ("ALGOLIA_ADMIN_API_KEY=«{hex:32}»", "@algolia_api_key «{hex:32}»"),
    "twitter_token": ("AAAAAAAAAAAAAAAAAAAAA{an:26}%2B{an:10}%3D{an:50}",),
    "segment_token": ("sgp_{an:64}",),
    "rollbar_access_token": ("ROLLBAR_ACCESS_TOKEN=«{hex:32}»",),
    "shodan_api_key": ("SHODAN_API_KEY=«{an:32}»",),
    "datadog_application_key": named("DD_APP_KEY", "{hex:40}"),
    "bitly_token": named("BITLY_TOKEN", "{hex:40}"),
    "cloudinary_api_secret": ("CLOUDINARY_URL=cloudinary://{d:15}:«{url:27}»@demo",),
    "elastic_api_key": ("essu_{an:62}==", "ELASTIC_API_KEY=«{an:58}==»"),
    "fastly_api_token": named("FASTLY_API_TOKEN", "{url:32}"),
    "firebase_server_key": ("AAAA{url:7}:APA91b{url:134}",),
    "honeybadger_token": ("hbp_{an:36}",),
    "mezmo_key": named("LOGDNA_INGESTION_KEY", "{hex:32}"),
    "mongodb_atlas_key": ("mdb_sa_sk_{an:40}", "MONGODB_ATLAS_PRIVATE_KEY=«{uuid}»"),
    "neon_api_key": ("napi_{ln:64}", "NEON_API_KEY=«napi_{ln:64}»"),
    "ngrok_token": ("NGROK_AUTHTOKEN=«2{an:26}_{an:21}»",),
    "opsgenie_api_key": ("Authorization: GenieKey «{uuid}»", *named("OPSGENIE_API_KEY", "{uuid}")),
    "percy_token": ("PERCY_TOKEN=«{hex:64}»",),
    "posthog_api_key": ("phx_{an:43}",),
    "privateai_api_key": ("PRIVATEAI_API_KEY=«{an:32}»",),
    "sidekiq_credentials": ("BUNDLE_ENTERPRISE__CONTRIBSYS__COM=«{hex:8}:{hex:8}»",),
    "splunk_hec_token": named("SPLUNK_HEC_TOKEN", "{uuid}"),
    "sumologic_access_key": named("SUMOLOGIC_ACCESS_KEY", "{an:64}"),
    "upstash_token": ("UPSTASH_REDIS_REST_TOKEN=«AX{an:54}=»",),
    "vault_unseal_key": ("Unseal Key 1: «{b64:43}=»", "Unseal Key 2: «{b64:44}»"),
    "webflow_token": ("WEBFLOW_TOKEN=«{hex:64}»",),
    "zoho_token": ("ZOHO_REFRESH_TOKEN=«1000.{hex:32}.{hex:32}»", "'«1000.{hex:32}.{hex:32}»'"),
}
