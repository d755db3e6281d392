"""Passwords as arguments: ``curl -u user:password`` and others' short options."""

from __future__ import annotations

from otel_redact.detectors.shape import is_stand_in
from otel_redact.types import Detector, Group

__all__ = ["COMMAND_LINE_PASSWORD"]

_ARGUMENT = r"(?P<value>[^ \t\r\n\"'\\|;&<>()`]{1,256}+)"


def _is_given(text: str) -> bool:
    return not is_stand_in(text)


# A short option means a password behind these programs only; `-p` says port, path and print too.
COMMAND_LINE_PASSWORD = Detector(
    name="command_line_password",
    entity="PASSWORD",
    group=Group.SECRETS,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?:curl(?=[ ])[^\r\n|;&]{0,256}?[ ]"
        r"(?:-u[ ]?|--user[ =]|--proxy-user[ =]|-U[ ]?)|https?[ ]-a[ ])(?:\\{0,3}[\"'])?"
        r"[^ \t\r\n\"':\\]{1,128}+:"
        + _ARGUMENT
        + r"|sshpass[ ]-p[ ]?(?:\\{0,3}[\"'])?"
        + _ARGUMENT
        + r"|(?:mysql|mysqldump|mysqladmin|mariadb)(?=[ ]-)[^\r\n|;&]{0,128}?[ ]-p"
        r"(?:\\{0,3}[\"'])?(?P<value>[^ \t\r\n\"'\\|;&<>()`-][^ \t\r\n\"'\\|;&<>()`]{2,128}+)"
        r"|redis-cli(?=[ ]-)[^\r\n|;&]{0,128}?[ ]-a[ ](?:\\{0,3}[\"'])?"
        + _ARGUMENT
        + r"|(?:docker|podman|helm[ ]registry|az|oc|nerdctl|cf|buildah)[ ]login(?=[ ])"
        r"[^\r\n|;&]{0,128}?[ ]-p[ ](?:\\{0,3}[\"'])?" + _ARGUMENT + ")"
    ),
    triggers=(
        *("curl ", "http -a ", "https -a ", "redis-cli -"),
        *(program + " -" for program in ("mysql", "mysqldump", "mysqladmin", "mariadb")),
        "sshpass -p",
        *(program + " login" for program in ("docker", "podman", "helm registry", "az", "oc")),
        *(program + " login" for program in ("nerdctl", "cf", "buildah")),
    ),
    starts_word=True,
    validate=_is_given,
    priority=20,
    hits=(
        "curl -u alice:hunter2 https://api.example/x",
        "curl -sS --user 'alice:hunter2' https://api.example/x",
        "sshpass -p hunter2 ssh root@host",
        "mysql -h db -uroot -phunter2 shop",
        "redis-cli -h cache -a hunter2 ping",
        "docker login -u alice -p hunter2 registry.example",
    ),
    misses=(
        "curl -u alice https://api.example:8080/x",
        "curl -u alice:$PASSWORD https://api.example/x",
        "mysql -h db -P 3306 -p shop",
        "docker run -p 8080:80 image",
        "docker login registry.example",
        "http is a protocol",
    ),
    source="https://curl.se/docs/manpage.html#-u and "
    "https://dev.mysql.com/doc/refman/8.4/en/connection-options.html (2026-11-24)",
)
