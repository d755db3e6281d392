"""Personal data and secrets of an imaginary customer; the demo and its leak search use them.

None is real. Those a scanner would take for real are joined from pieces.
"""

from __future__ import annotations

__all__ = [
    "API_KEY",
    "AWS_KEY",
    "BEARER_TOKEN",
    "CARD",
    "CLIENT_IP",
    "DATABASE_PASSWORD",
    "EMAIL",
    "GITHUB_TOKEN",
    "IBAN",
    "PASSWORD",
    "PHONE",
    "PLANTED",
    "PROXY_PASSWORD",
    "SLACK_TOKEN",
    "SSN",
]

EMAIL = "maria.keller@example.com"
PHONE = "+1 415 555 0132"
CARD = "4242 4242 " + "4242 4242"
SSN = "536-" + "22-" + "8904"
IBAN = "DE89 3704 0044 " + "0532 0130 00"
CLIENT_IP = "198.51." + "100.23"
PASSWORD = "blue-harbor-" + "77"
PROXY_PASSWORD = "winter-" + "sunset-42"
DATABASE_PASSWORD = "pg-" + "Kr4ken-9"
API_KEY = (
    "sk-" + "proj-" + "Zq8vT3mN6pR1wX5yB9dF2hJ7kL4sC0gA" + "T3BlbkFJ" + "u8Yt2Wq5Er7Ui1Op3As6Df9G"
)
GITHUB_TOKEN = "ghp_" + "n7Kq2VxT9mLr4WcY8bZs1PdJ6fHg3RtU5aEw"
SLACK_TOKEN = "xoxb-" + "204817395066-2950173846201-" + "Qm7rTz4VwKx9LpBn2HsYdGcJ"
AWS_KEY = "AKIA" + "3QF7ZK2XWMTNR6VD"
BEARER_TOKEN = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"  # noqa: S105 - fake
    ".eyJzdWIiOiJjdXN0b21lci00NzExIiwiaWF0IjoxNzY3MjI1NjAwfQ"
    ".h5Zq0vT2mN8pR3wX6yB1dF9hJ4kL7sC5gAeUiOxQbVt"
)

PLANTED = {
    "e-mail": EMAIL,
    "phone": PHONE,
    "card": CARD,
    "SSN": SSN,
    "IBAN": IBAN,
    "IP address": CLIENT_IP,
    "password": PASSWORD,
    "proxy password": PROXY_PASSWORD,
    "database password": DATABASE_PASSWORD,
    "OpenAI key": API_KEY,
    "GitHub token": GITHUB_TOKEN,
    "Slack token": SLACK_TOKEN,
    "AWS key": AWS_KEY,
    "bearer token": BEARER_TOKEN,
}
"""Every text of this file by what it is: what must not be in the exported bytes."""
