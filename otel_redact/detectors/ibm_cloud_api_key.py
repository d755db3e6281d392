"""IBM Cloud (IAM, watsonx) API keys: 44 characters behind the vendor's name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import behind
from otel_redact.detectors.shape import looks_like_credential
from otel_redact.types import Detector, Group, Trigger

__all__ = ["IBM_CLOUD_API_KEY"]

_BODY = "q7Zt2Lk9Xw4Bv8Nc" + "1Rm6Ty3HjP5sDf0G"
_KEY = _BODY[:20] + "-" + _BODY[:15] + "_" + _BODY[:7]
_NAME = (
    r"(?:(?<![A-Za-z])ibm(?:[_ .-]?cloud)?|watson(?:x|[_ .-]?x)?(?:[_ .-]?ai)?"
    r"|bluemix|(?<![A-Za-z])iam(?=[_ .-]?api)|(?<![A-Za-z])ic(?=_api))"
    r"(?:[_ .-]?(?:iam|cos|platform))?[_ .-]?api[_ .-]?key"
)

IBM_CLOUD_API_KEY = Detector(
    name="ibm_cloud_api_key",
    entity="IBM_CLOUD_API_KEY",
    group=Group.SECRETS,
    pattern=behind(_NAME, r"[A-Za-z0-9_-]{44}(?![A-Za-z0-9_-])"),
    triggers=(
        Trigger("ibm", then="ibm[a-z_. -]{0,16}api"),
        "watson",
        "bluemix",
        "iam_api",
        "iam-api",
        "iam api",
        "iamapi",
        "iam.api",
        "ic_api",
    ),
    key_pattern=KEY_START + _NAME,
    key_triggers=(
        "ibm",
        "watson",
        "bluemix",
        "iam_api",
        "iam-api",
        "iam api",
        "iamapi",
        "iam.api",
        "ic_api",
    ),
    validate=looks_like_credential,
    validate_key_value=looks_like_credential,
    priority=100,
    hits=(
        "IBM_CLOUD_API_KEY=" + _KEY,
        '{"ibm_cloud_api_key": "' + _KEY + '"}',
        "the ibm cloud api key is " + _KEY + ".",
        'os.environ["IBM_CLOUD_API_KEY"] = "' + _KEY + '"',
    ),
    misses=(
        "IBM_CLOUD_API_KEY=your_api_key_here",
        "IBM_CLOUD_API_KEY=" + _KEY[:12],
        "request of ibm cloud: " + _KEY,
        "IBM_CLOUD_API_KEY = os.environ['IBM_CLOUD_API_KEY']",
    ),
    key_hits=(("IBM_CLOUD_API_KEY", _KEY), ("ibmcloudApiKey", _KEY)),
    key_misses=(
        ("IBM_CLOUD_API_KEY", "your_api_key_here"),
        ("IBM_CLOUD_API_KEY_name", _KEY),
        ("ibm.model", _KEY),
    ),
    source="https://cloud.ibm.com/docs/account?topic=account-userapikey (2026-11-24)",
)
