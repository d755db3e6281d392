"""The catalogue of entities; third parties add theirs by entry point ``otel_redact_detector``."""

from __future__ import annotations

from otel_redact.detectors.anthropic_api_key import ANTHROPIC_API_KEY
from otel_redact.detectors.authorization_header import AUTHORIZATION_HEADER
from otel_redact.detectors.aws_access_key_id import AWS_ACCESS_KEY_ID
from otel_redact.detectors.aws_secret_access_key import AWS_SECRET_ACCESS_KEY
from otel_redact.detectors.basic_credentials import BASIC_CREDENTIALS
from otel_redact.detectors.credit_card import CREDIT_CARD
from otel_redact.detectors.email_address import EMAIL_ADDRESS
from otel_redact.detectors.github_token import GITHUB_TOKEN
from otel_redact.detectors.google_api_key import GOOGLE_API_KEY
from otel_redact.detectors.google_oauth_token import GOOGLE_OAUTH_TOKEN
from otel_redact.detectors.http_cookie import HTTP_COOKIE
from otel_redact.detectors.iban_code import IBAN_CODE
from otel_redact.detectors.ipv4_address import IPV4_ADDRESS
from otel_redact.detectors.ipv6_address import IPV6_ADDRESS
from otel_redact.detectors.jwt import JWT
from otel_redact.detectors.langsmith_api_key import LANGSMITH_API_KEY
from otel_redact.detectors.openai_api_key import OPENAI_API_KEY
from otel_redact.detectors.password import PASSWORD
from otel_redact.detectors.phone_number import PHONE_NUMBER
from otel_redact.detectors.private_key import PRIVATE_KEY
from otel_redact.detectors.secret_assignment import SECRET_ASSIGNMENT
from otel_redact.detectors.slack_token import SLACK_TOKEN
from otel_redact.detectors.slack_webhook import SLACK_WEBHOOK
from otel_redact.detectors.token_assignment import TOKEN_ASSIGNMENT
from otel_redact.detectors.url_credentials import URL_CREDENTIALS
from otel_redact.detectors.us_ssn import US_SSN
from otel_redact.detectors.uuid import UUID

__all__ = ["DETECTORS"]

DETECTORS = (
    ANTHROPIC_API_KEY,
    AUTHORIZATION_HEADER,
    AWS_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY,
    BASIC_CREDENTIALS,
    CREDIT_CARD,
    EMAIL_ADDRESS,
    GITHUB_TOKEN,
    GOOGLE_API_KEY,
    GOOGLE_OAUTH_TOKEN,
    HTTP_COOKIE,
    IBAN_CODE,
    IPV4_ADDRESS,
    IPV6_ADDRESS,
    JWT,
    LANGSMITH_API_KEY,
    OPENAI_API_KEY,
    PASSWORD,
    PHONE_NUMBER,
    PRIVATE_KEY,
    SECRET_ASSIGNMENT,
    SLACK_TOKEN,
    SLACK_WEBHOOK,
    TOKEN_ASSIGNMENT,
    URL_CREDENTIALS,
    US_SSN,
    UUID,
)
