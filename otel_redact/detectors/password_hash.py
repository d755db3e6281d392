"""Password hashes: crypt's ``$6$…``, bcrypt, argon2, web frameworks', LDAP's, Windows'."""

from __future__ import annotations

from otel_redact.detectors.shape import has_digit_or_upper
from otel_redact.types import Detector, Group

__all__ = ["PASSWORD_HASH"]

_SALTED = "saltSALTsalt0123$" + "3vCk7Pq9ZxL2mNbVcXzA8sDfGhJkL1qWeRtYuIoP5aSdFgHjK6lZxCvBnM0Qw4Er"
_BCRYPT = "R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi" + ".Ss7KIUgO2t0jWMUW"
_KINDS = (
    r"\$2[abxy]?\$[0-9]{2}\$[./A-Za-z0-9]{22,53}+"  # bcrypt
    r"|\$(?:y|gy|7)\$[./A-Za-z0-9]{1,128}+\$[./A-Za-z0-9]{1,128}+\$[./A-Za-z0-9]{20,128}+"
    r"|\$(?:[1567]|apr1|md5|sha1)\$(?:rounds=[0-9]{1,10}\$)?"
    r"[^ \t\r\n\"'\\$:;,(){}<>|&]{1,128}+\$[./A-Za-z0-9]{20,128}+"  # crypt
    r"|\$(?:argon2(?:id|i|d)|scrypt|pbkdf2(?:-[a-z0-9]{2,12})?)\$"
    r"[A-Za-z0-9=,.$/+_-]{16,512}+={0,2}"  # password hashing competition
    r"|\$[PHS]\$[./A-Za-z0-9]{31,64}+"  # phpass, Drupal
    r"|(?:pbkdf2_sha1|pbkdf2_sha256|pbkdf2_sha512|scrypt)\$[0-9]{1,8}\$[A-Za-z0-9$+/]{16,256}+={0,2}"
    r"|pbkdf2:sha(?:1|256|512):[0-9]{1,8}\$[A-Za-z0-9]{1,64}+\$[0-9a-f]{32,128}+"
    r"|scrypt:[0-9]{1,8}:[0-9]{1,3}:[0-9]{1,3}\$[A-Za-z0-9]{1,64}+\$[0-9a-f]{64,128}+"
    r"|\{(?i:s?sha(?:256|384|512)?|s?md5|crypt|pbkdf2)\}[A-Za-z0-9+/$.=]{20,256}+"
    r"|aad3b435b51404eeaad3b435b51404ee:[0-9A-Fa-f]{32}"
)

PASSWORD_HASH = Detector(
    name="password_hash",
    entity="PASSWORD_HASH",
    group=Group.SECRETS,
    pattern=rf"(?:{_KINDS})",
    triggers=(
        *(f"${kind}$" for kind in ("0", "0a", "0b", "0x", "0y", "apr0", "md0", "sha0", "y", "gy")),
        *("$argon0", "$scrypt$", "$pbkdf0", "$p$", "$h$", "$s$"),
        *("pbkdf0_sha0", "scrypt$0", "pbkdf0:sha0", "scrypt:0"),
        *("{sha", "{ssha", "{md0}", "{smd0}", "{crypt}", "{pbkdf0}", "aad0b000b00000ee"),
    ),
    validate=has_digit_or_upper,
    priority=60,
    hits=(
        "$2b$12$" + _BCRYPT,
        "alice:$2y$10$" + _BCRYPT + "\nbob:x",
        "root:$6$rounds=5000$" + _SALTED + ":19000:0:99999:7:::",
        "htpasswd $apr1$" + "lZL6V/ci$eIMz/iKDkbtys/uU7LEK00",
        "$argon2id$v=19$m=65536,t=3,p=4$" + "c2FsdHNhbHQ$RdescudvJCsgt3ub+b9dWRWJTmaaJObG",
        "root:$y$j9T$" + "F5Jx5fExrKuPp53xLKQ..1$X3DX6M94c7o.9agCG9G317fhZg9SqC.5i5rd.RhAtQ7:19",
        "pbkdf2_sha256$" + "260000$salt1$k3eFcLf1m4ZpXbCq8ZtDIvP4g3oYp2v7n1sK0wQ9aR8=",
        "scrypt:32768:8:1$" + "aB3dE5fG$" + "0123456789abcdef" * 8,
        "userPassword: {SSHA}" + "DkMTwBl+a/3DfY+MuD7Zo9r4gOqJ2n1d",
        "500:aad3b435b51404eeaad3b435b51404ee:" + "31d6cfe0d16ae931b73c59d7e0c089c0:::",
    ),
    misses=(
        "replace(/a/, '$1$2')",
        "costs $6$ or $5$ each",
        "$2b$12$short",
        "{SHA} is a scheme",
        "pbkdf2_sha256$260000$",
        "{sha256sum_of_the_file_name_x}",
        "$1$ and $2a$10$ are prefixes",
    ),
    source="https://man7.org/linux/man-pages/man5/crypt.5.html and "
    "https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md (2026-11-24)",
)
