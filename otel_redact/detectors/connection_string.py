"""Passwords and keys in connection strings: ADO.NET, ODBC, Azure, Oracle and Go."""

from __future__ import annotations

from otel_redact.detectors.shape import is_stand_in
from otel_redact.types import Detector, Group, Trigger

__all__ = ["CONNECTION_STRING"]

_NAMES = (
    *("password", "pwd", "accountkey", "sharedaccesskey", "sharedsecretvalue", "accesskey"),
    *("sharedaccesssignature", "clientsecret", "userpassword", "applicationkey"),
)
_NAME = (
    "(?:(?:user)?password|pwd|accountkey|sharedaccesskey|sharedsecretvalue|accesskey"
    "|sharedaccesssignature|clientsecret|applicationkey)"
)
_ORACLE = ("jdbc:oracle:thin:", "jdbc:oracle:oci:", "sqlplus ", "sqlldr ", "expdp ", "impdp ")
# Before `@tcp(` stand user and password without a gap.
_RUN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:!#$%&*+,/^~-"
_LONGEST_RUN = 128


def _is_given(text: str) -> bool:
    return not is_stand_in(text)


# A value in a list of pairs may have blanks and goes up to the semicolon; one at its beginning is
# for the detectors of assignments. Behind a bracket or quote a semicolon ends a statement.
CONNECTION_STRING = Detector(
    name="connection_string",
    entity="CONNECTION_STRING",
    group=Group.SECRETS,
    pattern=(
        rf"(?:(?<![)\]\"'`]);[ ]?(?i:{_NAME})=[ ]?"
        r"(?:\{(?P<value>[^}\r\n]{1,256}+)\}|\\{0,3}[\"'](?P<value>[^\"'\\\r\n]{1,256}+)"
        r"|(?![ ]|[A-Za-z0-9_.]{1,64}+\()(?P<value>[^;\"'\\\r\n<>`]{1,256}+(?<![ ])))"
        r"|(?i:jdbc:oracle:(?:thin|oci):|(?<![A-Za-z0-9])(?:sqlplus|sqlldr|expdp|impdp)[ ]"
        r"(?:-[A-Za-z]{1,8}[ ]){0,3})(?:userid=)?[A-Za-z0-9_$#\[\]]{1,64}+/"
        r"(?P<value>\"[^\"\r\n]{1,128}+\"|[^ \t\r\n\"'@/;,]{1,128}+)(?=@)"
        rf"|(?<![A-Za-z0-9_.:!#$%&*+,/^~-])[A-Za-z0-9_.-]{{1,64}}+:"
        r"(?P<value>[A-Za-z0-9_.:!#$%&*+,/^~-]{1,64}+)@(?:tcp|unix)\()"
    ),
    triggers=(
        *(sign + name + "=" for sign in (";", "; ") for name in _NAMES),
        *_ORACLE,
        *(Trigger(f"@{kind}(", before=_LONGEST_RUN, run=_RUN) for kind in ("tcp", "unix")),
    ),
    validate=_is_given,
    priority=8,
    hits=(
        "Server=db;Database=x;User Id=sa;Password=p@ss word;Encrypt=true",
        "Driver={ODBC Driver 18};Server=db;UID=sa;PWD={a;b c};",
        "AccountEndpoint=https://x.documents.azure.com/;AccountKey=" + "short1;Database=x",
        "HostName=hub.azure-devices.net;DeviceId=d1; SharedAccessKey=" + "short1",
        "jdbc:oracle:thin:scott/t1ger@//db:1521/XE",
        "$ sqlplus -S scott/t1ger@XE",
        "app:s3cr3t/x@tcp(db:3306)/shop?parseTime=true",
        'connect("Data Source=db;Initial Catalog=x;pwd=hunter 2")',
    ),
    misses=(
        "Server=db;User Id=sa;Password=${DB_PASSWORD};",
        "Server=db;Integrated Security=true;Trusted_Connection=yes",
        "foo();password=read();",
        "sqlplus /nolog",
        "jdbc:oracle:thin:@//db:1521/XE",
        "user@tcp(db:3306)/shop",
        "the password; accesskey = value pairs",
    ),
    source="https://learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax, "
    "https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string and "
    "https://docs.oracle.com/en/database/oracle/oracle-database/23/jjdbc/ (2026-11-24)",
)
