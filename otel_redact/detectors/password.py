"""Passwords behind their name, in text and under a key; whatever the value looks like."""

from __future__ import annotations

from otel_redact.detectors.assignment import (
    NAME_END,
    SIGN,
    no_end_before,
    plain_value,
    quoted_value,
)
from otel_redact.detectors.boundary import KEY_START, WORD_START
from otel_redact.detectors.shape import is_stand_in
from otel_redact.types import Detector, Group, Trigger

__all__ = ["PASSWORD"]

_NAMES = ("password", "passwd", "passphrase", "passcode", "pwd")
_NAME = rf"(?:{'|'.join(_NAMES)})"
_LEGACY_WORDS = (
    *("db", "user", "smtp", "imap", "ftp", "mysql", "pg", "postgres", "redis", "mongo", "admin"),
    *("root", "mail", "auth", "ssh"),
)
_LEGACY_NAME = rf"(?:{'|'.join(_LEGACY_WORDS)})[_-]?pass(?:word|wd)?"
_SUFFIX = r"(?:[_-]?(?:confirm|confirmation|hash|old|new|value|again|repeat|[0-9]))?"
_CHARACTERS = r"A-Za-z0-9!#$%*+/=@^_~<{(\[|?\u00c0-\u1fff-"
# What holds attributes in code: `password=self.secret` names a place, not a password.
_OBJECT = (
    r"(?:self|this|cls|os|sys|process|config|conf|cfg|settings|env|environ|req|request|args|opts"
    r"|options|params|kwargs|data|form|user|account|ctx|context|app|obj|props|state|body|payload"
    r"|credentials|creds|secrets|event|input|var|local|Values)"
)
# Prose and declarations put these where a password would be: `password: the one you chose`.
_PROSE = (
    "a|an|and|any|are|as|at|be|been|by|can|cannot|changed|chosen|contains|credentials?|did|do|does"
    "|enter|entered|expected|expired|failed|fields?|for|forgot|from|given|has|hash|hashed|have"
    "|hidden|how|i|if|in|incorrect|input|invalid|is|it|its|just|length|less|longer|match|matches"
    "|max|may|min|minimum|missing|mismatch|more|must|my|need|needs|new|no|not|of|ok|old|on|one|only"
    "|optional|or|our|please|plain|protected|provided|raise|required|reset|return|same|see|set"
    "|shall|should"
    "|string|strong|such|text|that|the|their|these|they|this|to|too|type|unchanged|up|updated|use"
    "|used|user|using|valid|value|via|was|we|weak|what|when|where|which|will|with|wrong|yes|you|your"
)
_TYPE = "str|string|bytes|bool|boolean|int|integer|varchar|char|any|object|secretstr|self"


# `user, password = login` takes a pair apart. Only names in a row stand before it, in its line.
_UNPACKED = (
    r"(?<=(?:\A|[\r\n;`])[ \t]{0,40}(?:[A-Za-z_][A-Za-z0-9_.]{0,40},[ ]?){1,3}"
    r"[A-Za-z_.]{0,24}[ ]=[ ])[a-z_]{1,40}(?![A-Za-z0-9!#$%*+/=@^~|?-])"
)


def _is_password(text: str) -> bool:
    if is_stand_in(text):
        return False
    return any(character.isalnum() for character in text) or len(text) >= 4


def _is_given(text: str) -> bool:
    return not is_stand_in(text)


# Not found without quotes: a name again (`password=user_password`), a call or a lookup
# (`password=getpass(…)`, `password: Optional[str]`), an attribute, a template (`{password}`). Nor
# is a placeholder the name of what follows it: `root:[PASSWORD_HASH]:19000`.
PASSWORD = Detector(
    name="password",
    entity="PASSWORD",
    group=Group.SECRETS,
    pattern=(
        r"(?=[A-Za-z<-])(?!(?<=\[)PASSWORD_HASH[:\]])(?:"
        rf"(?:{WORD_START}(?i:{_NAME})|(?i:{_LEGACY_NAME}))"
        rf"(?i:{_SUFFIX}){NAME_END}(?:[ ](?i:is|was))?{SIGN}(?:{quoted_value()}"
        r"|(?!\(|(?i:[a-z_][a-z0-9_.]*+[(\[]))"
        r"(?!(?i:[a-z_]{0,32}(?:password|passwd|pwd))(?![A-Za-z0-9]))"
        rf"(?!{_UNPACKED}|(?<=:[ ])[0-9]{{1,2}},|\.{{1,2}}/|{_OBJECT}\.[A-Za-z_]"
        r"|[$%#]?\{[^\r\n]{0,64}\}(?![A-Za-z0-9])|<[^<>\r\n]{0,64}>)"
        rf"(?!(?<=:[ \t]{{0,8}})(?:(?i:{_TYPE})(?![A-Za-z0-9])"
        r"|[A-Za-z_][A-Za-z0-9_.]{0,64}[ ]\|[ ]None)"
        rf"|(?<=:[ \t]{{1,8}})(?i:{_PROSE})(?=[ \t\r\n,;)]|[.:!?](?![A-Za-z0-9])|\Z)"
        r"|(?<===[ \t]{0,8})[A-Za-z_]|(?<=(?i:pwd)[:=][ \t]{0,8})[/~])"
        + plain_value(
            _CHARACTERS,
            r".:)\]}>",
            r"&(?![A-Za-z_][A-Za-z0-9_.-]{0,32}=)|(?<=[A-Za-z0-9])[\"'](?=[A-Za-z0-9])",
        )
        + no_end_before(r"[ \t]{0,4}(?:=|(?<=[ ])\+[ ])", _CHARACTERS)
        + ")"
        rf"|--(?i:[a-z]{{1,16}}-)?(?i:{_NAME})[ \t]++"
        rf"(?:{quoted_value()}|(?!-)(?P<value>[^ \t\r\n\"']++))"
        rf"|<(?i:{_NAME})>(?P<value>[^<\n]++)(?=</|\Z)"
        rf"|{WORD_START}(?i:{_NAME}(?:[ \t](?:is|was)|['\u2019]s))[ \t]{{1,2}}(?:{quoted_value()}"
        r"|(?!(?i:base64|utf|sha|md5|bcrypt|argon|pbkdf))"
        r"(?=[^ \t\r\n]{0,64}[0-9])(?=[^ \t\r\n]{0,64}[A-Za-z])"
        r"(?P<value>(?:[A-Za-z0-9!#$%&*+/=@^_~-]|[.:?](?=[A-Za-z0-9])){6,}+)))"
    ),
    triggers=(
        *_NAMES,
        *(f"<{name}>" for name in _NAMES),
        *(Trigger("-" + name, before=18, first="--") for name in _NAMES),
        *(word + sign + "pass" for word in _LEGACY_WORDS for sign in ("", "_", "-")),
    ),
    key_pattern=KEY_START + rf"(?:{_NAME}s?{_SUFFIX}|{_LEGACY_NAME})",
    key_triggers=(
        *_NAMES,
        *(word + sign + "pass" for word in _LEGACY_WORDS for sign in ("", "_", "-")),
    ),
    validate=_is_password,
    validate_key_value=_is_given,
    priority=10,
    hits=(
        "password: swordfish",
        "?user=bob&password=hunter2&x=1",
        'cfg = {"password": "correct horse"}',
        r"{\"password\": \"hunter2\"}",
        "mysql --password hunter2 -u root",
        "Server=db;UID=sa;PWD=S3cret!;",
        "DB_PASSWORD='hun\\'ter'",
        "<password>hunter2</password>",
        "my password is hunter2, keep it",
        "the password was: Summer2026!",
        "password is 'swordfish'",
        "PASSWORD=Tr0ub4dor&3",
        "password=secret",
        "password: it'sMine",
        'config["passwd"] = "x"',
        'cut off "password": "hunt',
        "userPassword=hunter2.",
        "PGPASSWORD=hunter2 psql",
        "the password is Meadow.Copper.9801, keep it",
        "user=bob, password = swordfish",
        "SSHPASS=hunter2",
        "Passwort/password: gr\u00fc\u00dfe99 danke",
    ),
    misses=(
        "password: null",
        '"password": true',
        '{"MAX_PASSWORD": 64, "x": 1}',
        '"password": ""',
        "password_hash_rounds=12",
        "password=password",
        "password=self.password, password=getpass()",
        "def login(user: str, password: str) -> None",
        "password: Optional[str] = None",
        "password: _PasswordType | None = None,",
        "password=********",
        "password: ${DB_PASSWORD}",
        "password={password}",
        "Password: the one you chose",
        "the password is required",
        "PWD=/home/user",
        '<input type="password" name="p">',
        "--password-file secret.txt",
        "if password == expected:",
        "if password != confirm_password: raise ValueError()",
        "--from-file=password=./password.txt",
        "    self.username, self.password = credentials",
        "username, password = proxy_auth",
        "user_pass = '%s:%s' % (user, given)",
        "'PW_PASSWD': 1,",
        'userpass = username + b":"',
    ),
    key_hits=(
        ("db.password", "hunter2"),
        ("userPassword", "password"),
        ("passwords", "the"),
        ("DB_PASS", "x"),
        ("PGPASSWORD", "x"),
        ("new_password_confirmation", "correct horse"),
    ),
    key_misses=(
        ("password", "null"),
        ("password", ""),
        ("password", "*****er2"),
        ("password_hash_rounds", "12"),
        ("password_hint", "dog"),
        ("pass", "3"),
    ),
    source="https://cwe.mitre.org/data/definitions/532.html (2026-11-23)",
)
