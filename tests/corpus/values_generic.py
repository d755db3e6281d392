"""Secrets of no one vendor: tokens, key blocks, headers, URLs, assignments, password hashes."""

from __future__ import annotations

import base64
import json
import random
import textwrap
from collections.abc import Callable

from tests.corpus.template import Format, fill

__all__ = ["GENERIC"]


def _url_safe(body: bytes) -> str:
    return base64.urlsafe_b64encode(body).decode().rstrip("=")


def _jwt(source: random.Random) -> str:
    header = {"alg": source.choice(("HS256", "RS256", "ES256", "EdDSA")), "typ": "JWT"}
    if source.random() < 0.5:
        header["kid"] = fill("{hex:16}", source)
    claims = {"sub": fill("{d:10}", source), "iat": 1700000000, "scope": "read write"}
    signature = source.randbytes(source.choice((32, 64, 256)))
    parts = (json.dumps(header).encode(), json.dumps(claims).encode(), signature)
    return ".".join(_url_safe(part) for part in parts)


def _block(label: str, head: str = "", tail: str = "") -> Callable[[random.Random], str]:
    """Return a maker of an armoured block, RFC 7468 or RFC 9580."""

    def make(source: random.Random) -> str:
        body = base64.b64encode(source.randbytes(source.choice((120, 600, 1190)))).decode()
        lines = "\n".join(textwrap.wrap(body, 64))
        return f"-----BEGIN {label}-----\n{head}{lines}\n{tail}-----END {label}-----"

    return make


def _basic(source: random.Random) -> str:
    return base64.b64encode(fill("{user}:{pw}", source).encode()).decode()


def _basic_header(source: random.Random) -> str:
    return f"Authorization: Basic «{_basic(source)}»"


def _hash_64(length: int) -> str:
    return "{b64:" + str(length) + "}"


_SCHEMES = ("postgres", "postgresql", "mysql", "mongodb+srv", "redis", "amqp", "https", "ftp")
_PASSWORDS: tuple[Format, ...] = (
    "password=«{pw}»",
    'password: "«{pw}»"',
    "DB_PASSWORD='«{pw}»'",
    'const password = "«{pw}»";',
    "the password is «{pw}»",
    "@password «{pw}»",
    "@db_password «{pw}»",
    "--password «{pw}»",
    "PGPASSWORD=«{pw}»",
    '"passwd": "«{pw}»"',
    "spring.datasource.password=«{pw}»",
)

GENERIC: dict[str, tuple[Format, ...]] = {
    "jwt": (_jwt,),
    "private_key": (
        _block("PRIVATE" + " KEY"),
        _block("RSA PRIVATE" + " KEY"),
        _block("EC PRIVATE" + " KEY"),
        _block("OPENSSH PRIVATE" + " KEY"),
        _block("ENCRYPTED PRIVATE" + " KEY"),
        _block("DSA PRIVATE" + " KEY"),
        _block("PGP PRIVATE" + " KEY BLOCK", head="\n", tail="=aB3d\n"),
        _block("RSA PRIVATE" + " KEY", head="Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0A\n\n"),
    ),
    "age_secret_key": ("AGE-SECRET-KEY-1" + "{BECH:58}",),
    "authorization_header": (
        "Authorization: Bearer «{url:40}»",
        'curl -H "Authorization: Bearer «{an:32}»" https://api.example.com/v1',
        "authorization: bearer «{hex:64}»",
        "Proxy-Authorization: Bearer «{url:60}»",
        "Authorization: Token «{hex:40}»",
        "Authorization: ApiKey «{b64:44}==»",
        "@authorization Bearer «{url:48}»",
        _basic_header,
    ),
    "basic_credentials": (
        _basic_header,
        lambda source: f"'Authorization': 'Basic «{_basic(source)}»'",
        lambda source: f"@authorization Basic «{_basic(source)}»",
    ),
    "http_cookie": (
        "Cookie: «session={url:40}; csrftoken={an:32}»",
        "Set-Cookie: sid=«{url:43}»; Path=/; HttpOnly; Secure",
        "Set-Cookie: JSESSIONID=«{HEX:32}»; Path=/app; HttpOnly",
        "@cookie «PHPSESSID={ln:26}; theme=dark»",
        "@set-cookie «connect.sid=s%3A{url:32}.{an:43}; Path=/»",
    ),
    "url_credentials": tuple(scheme + "://{user}:«{pw}»@{host}/main" for scheme in _SCHEMES),
    "connection_string": (
        "Server=tcp:{host},1433;Database=main;User ID={user};Password=«{pw}»;Encrypt=True",
        "Host={host};Username={user};Password=«{pw}»;Database=main",
        (
            "Endpoint=sb://{l:8}.servicebus.windows.net/;SharedAccessKeyName=Root;"
            "SharedAccessKey=«{b64:43}=»"
        ),
        "Data Source={host};Initial Catalog=main;uid={user};pwd=«{pw}»;",
        "host={host} port=5432 user={user} password=«{pw}» dbname=main",
    ),
    "password": _PASSWORDS,
    "secret_assignment": (
        "api_key=«{an:32}»",
        "API_KEY: «{hex:40}»",
        'client_secret = "«{url:40}»"',
        "export ACME_API_KEY='«{b64:44}»'",
        "@api_key «{an:24}»",
        "@clientSecret «{url:36}»",
        "X-Api-Key: «{hex:32}»",
        'apiKey: "«{an:36}»",',
        "SECRET_KEY = '«{an:50}»'",
        "encryption_key: «{b64:43}=»",
        "signing_secret=«{hex:32}»",
    ),
    "token_assignment": (
        "access_token=«{url:48}»",
        "token: «{hex:40}»",
        'refresh_token = "«{url:64}»"',
        "AUTH_TOKEN='«{an:32}»'",
        "@access_token «{url:40}»",
        "@refreshToken «{an:64}»",
        '"id_token": "«{url:90}»"',
    ),
    "password_hash": (
        "$2b$12${an:53}",
        "$2y$10${an:53}",
        "$argon2id$v=19$m=65536,t=3,p=4${b64:22}$" + _hash_64(43),
        "$6${an:16}${an:86}",
        "$5$rounds=5000${an:16}${an:43}",
        "$1${an:8}${an:22}",
        "pbkdf2_sha256$600000${an:22}$" + _hash_64(43) + "=",
        "$y$j9T${an:22}${an:43}",
        "$apr1${an:8}${an:22}",
        "$pbkdf2-sha512$25000${an:22}${an:86}",
    ),
    "api_key_header": (
        "X-Api-Key: «{pw}»",
        "api-key: «{hex:32}»",
        "X-Auth-Token: «{an:24}»",
        "Ocp-Apim-Subscription-Key: «{hex:32}»",
        "-H 'x-api-key: «{url:30}»'",
    ),
    "command_line_password": (
        "curl -u {user}:«{pw}» https://{host}/x",
        "mysql -u{user} -p«{pw}» main",
        "sshpass -p «{pw}» ssh {user}@{host}",
    ),
    "secret_option": (
        "tool --token «{an:32}»",
        "tool --api-key «{hex:40}»",
        "tool --client-secret «{url:36}»",
    ),
    "netrc_password": ("machine {host} login {user} password «{pw}»",),
    "encoded_private_key": (
        lambda source: base64.b64encode(_block("RSA PRIVATE" + " KEY")(source).encode()).decode(),
        lambda source: base64.b64encode(_block("PRIVATE" + " KEY")(source).encode()).decode(),
    ),
    "putty_private_key": (
        (
            "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPublic-Lines: 1\n{b64:64}"
            "\nPrivate-Lines: 2\n«{b64:64}\n{b64:44}=»\nPrivate-MAC: {hex:64}"
        ),
    ),
    "wireguard_private_key": tuple(
        lambda source, name=name: f"{name} = «{base64.b64encode(source.randbytes(32)).decode()}»"
        for name in ("PrivateKey", "PresharedKey")
    ),
    "kubernetes_secret": (
        lambda source: (
            "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ntype: Opaque\ndata:\n"
            f"  token: «{base64.b64encode(source.randbytes(24)).decode()}»\n"
        ),
    ),
    "private_url_secret": (
        "https://api.example.com/v1/items?api_key=«{an:32}»&page=2",
        "https://api.example.com/v1/items?page=2&access_token=«{url:40}»",
        "https://api.example.com/hook?secret=«{hex:40}»",
    ),
}
