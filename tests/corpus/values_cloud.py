"""Formats of the keys of cloud providers, from what the issuers document; see `template`."""

from __future__ import annotations

import base64
import json
import random

from tests.corpus.template import Format, fill, named

__all__ = ["CLOUD"]


def _bedrock_key(source: random.Random) -> str:
    inner = fill("BedrockAPIKey-{ln:4}-at-{d:12}:{b64:60}", source)
    return "ABSK" + base64.b64encode(inner.encode()).decode()


def _bedrock_short_key(source: random.Random) -> str:
    inner = fill(
        "bedrock.amazonaws.com/?Action=CallWithBearerToken&X-Amz-Algorithm=AWS4-HMAC-SHA256"
        "&X-Amz-Credential={un:20}&X-Amz-Signature={hex:64}&Version=1",
        source,
    )
    return "bedrock-api-key-" + base64.b64encode(inner.encode()).decode()


def _annotated_key(signature: str) -> str:
    """Return the format of Microsoft's common annotated security keys, 84 characters."""
    return "{an:52}JQQJ99{u:2}AC{an:14}" + signature + "{an:4}"


def _tunnel_token(source: random.Random) -> str:
    body = {
        "a": fill("{hex:32}", source),
        "t": fill("{uuid}", source),
        "s": fill("{b64:43}=", source),
    }
    return base64.b64encode(json.dumps(body, separators=(",", ":")).encode()).decode()


def _service_account(source: random.Random) -> str:
    """Return a whole key file in base64, as build settings hold it."""
    marks = ("-----BEGIN PRIVATE" + " KEY-----", "-----END PRIVATE" + " KEY-----")
    body = {
        "type": "service_account",
        "project_id": "example-project",
        "private_key_id": fill("{hex:40}", source),
        "private_key": "\n".join(
            (marks[0], fill("{b64:64}\n{b64:64}\n{b64:64}", source), marks[1])
        ),
        "client_email": "robot@example-project.iam.gserviceaccount.com",
    }
    return base64.b64encode(json.dumps(body, indent=2).encode()).decode()


CLOUD: dict[str, tuple[Format, ...]] = {
    "aws_access_key_id": tuple(k + "{b32:16}" for k in ("AKIA", "ASIA", "ABIA", "ACCA")),
    "aws_secret_access_key": (
        "aws_secret_access_key = «{b64:40}»",
        "AWS_SECRET_ACCESS_KEY=«{b64:40}»",
        'export AWS_SECRET_ACCESS_KEY="«{b64:40}»"',
        "@SecretAccessKey «{b64:40}»",
        "@aws_secret_access_key «{b64:40}»",
        '"secretAccessKey": "«{b64:40}»"',
    ),
    "aws_session_token": (
        "aws_session_token = «IQoJb3JpZ2luX2Vj{b64:300-500}==»",
        "AWS_SESSION_TOKEN=«FwoGZXIvYXdzE{b64:240-360}=»",
        "@SessionToken «IQoJb3JpZ2luX2Vj{b64:300-500}»",
        "@aws_session_token «FwoGZXIvYXdzE{b64:240-360}==»",
    ),
    "aws_bedrock_api_key": (_bedrock_key, _bedrock_short_key),
    "amazon_mws_auth_token": ("amzn.mws.{uuid}",),
    "google_api_key": ("AIza{url:35}", "AIzaSy{url:33}"),
    "google_oauth_token": ("ya29.{url:120-200}", "ya29.a0A{url:160-210}", "1//0{url:60-100}"),
    "google_oauth_client_secret": ("GOCSPX-{url:28}",),
    "azure_storage_account_key": (
        (
            "DefaultEndpointsProtocol=https;AccountName={l:8};AccountKey=«{b64:86}==»"
            ";EndpointSuffix=core.windows.net"
        ),
        "AZURE_STORAGE_KEY=«{b64:76}+ASt{b64:5}{AQgw:1}==»",
        "@azure_storage_key «{b64:86}==»",
    ),
    "azure_client_secret": ("{an:3}{d:1}Q~{an:31}", "{an:3}8Q~{url:34}"),
    "azure_devops_token": (
        _annotated_key("AZDO"),
        "AZURE_DEVOPS_EXT_PAT=«{l32:52}»",
        "@azure_devops_pat «{l32:52}»",
    ),
    "digitalocean_token": ("dop_v1_{hex:64}", "doo_v1_{hex:64}", "dor_v1_{hex:64}"),
    "cloudflare_api_token": (
        "cfut_{an:40}{hex:8}",
        "cfat_{an:40}{hex:8}",
        "cfk_{an:40}{hex:8}",
        "CLOUDFLARE_API_TOKEN=«{url:40}»",
        "CF_API_KEY=«{hex:37}»",
    ),
    "heroku_api_key": ("HEROKU_API_KEY=«{uuid}»", "HRKU-AA{url:58}", "@heroku_api_key «{uuid}»"),
    "vercel_token": ("VERCEL_TOKEN=«{an:24}»", "@vercel_token «{an:24}»", "vcp_{an:56}"),
    "flyio_token": ("FlyV1 «fm2_{b64:200-600}»", "fo1_{url:43}"),
    "databricks_token": ("dapi{hex:32}", "dapi{hex:32}-2"),
    "snowflake_token": ("SNOWFLAKE_PASSWORD=«{an:18}»", "@snowflake_password «{an:18}»"),
    "alibaba_access_key_id": ("LTAI{an:20}", "LTAI5t{an:18}"),
    "alibaba_secret_key": (
        "ALIBABA_CLOUD_ACCESS_KEY_SECRET=«{an:30}»",
        "@accessKeySecret «{an:30}»",
    ),
    "aws_signed_url": (
        (
            "https://bucket.s3.amazonaws.com/a.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256"
            "&X-Amz-Date=20261101T000000Z&X-Amz-Signature=«{hex:64}»"
        ),
        "Authorization: AWS4-HMAC-SHA256 SignedHeaders=host, Signature=«{hex:64}»",
    ),
    "google_signed_url": (
        "https://storage.googleapis.com/b/a.pdf?X-Goog-Expires=3600&X-Goog-Signature=«{hex:512}»",
    ),
    "azure_sas_signature": (
        (
            "https://acct.blob.core.windows.net/c/a?sv=2023-11-03&se=2026-12-31&sr=b&sp=r"
            "&sig=«{an:20}%2F{an:20}%3D»"
        ),
        (
            "?sv=2022-11-02&ss=b&srt=co&sp=rl&se=2027-01-01T00:00:00Z&spr=https"
            "&sig=«{an:30}%2B{an:10}%3D»"
        ),
    ),
    "azure_api_key": (
        *named("AZURE_OPENAI_API_KEY", "{hex:32}"),
        _annotated_key("ACOG"),
    ),
    "azure_service_key": (
        "{url:44}AzFu{url:5}{AQgw:1}==",
        "{an:42}AzSe{AD:1}{an:5}",
        "{b64:76}ACDb{b64:5}{AQgw:1}==",
        "{an:33}AzCa{AP:1}{an:5}=",
        "{b64:42}+ACR{AD:1}{b64:5}",
    ),
    "azure_shared_access_key": (
        (
            "Endpoint=sb://{l:8}.servicebus.windows.net/;SharedAccessKeyName=Root;"
            "SharedAccessKey=«{b64:43}=»"
        ),
        "HostName={l:6}.azure-devices.net;DeviceId=d1;SharedAccessKey=«{b64:43}=»",
        "@sharedAccessKey «{b64:43}=»",
    ),
    "cloudflare_origin_ca_key": ("v1.0-{hex:24}-{hex:146}",),
    "cloudflare_tunnel_token": (_tunnel_token,),
    "gcp_service_account_key": (_service_account,),
    "google_hmac_key_id": ("GOOG1E{b32:55}", "GOOG{b32:20}"),
    "hetzner_api_token": named("HCLOUD_TOKEN", "{an:64}"),
    "ibm_cloud_api_key": named("IBM_CLOUD_API_KEY", "{url:44}"),
    "linode_token": named("LINODE_TOKEN", "{hex:64}"),
    "ovh_application_secret": named("OVH_APPLICATION_SECRET", "{an:32}"),
    "render_api_key": ("rnd_{an:28}",),
    "scaleway_access_key": ("SCW{un:17}",),
    "scaleway_secret_key": named("SCW_SECRET_KEY", "{uuid}"),
    "tencent_secret_id": ("AKID{an:32}",),
    "tencent_secret_key": named("TENCENTCLOUD_SECRET_KEY", "{an:32}"),
    "volcengine_access_key_id": ("AKLT{an:43}",),
    "vultr_api_key": named("VULTR_API_KEY", "{un:36}"),
    "yandex_cloud_key": ("AQVN{url:35}", "t1.9euelZ{url:200}.{url:86}", "y0_AgAAAA{url:50}"),
    "deno_deploy_token": ("ddp_{an:36}",),
}
