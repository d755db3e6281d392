"""The catalogue on the command line: what is on, and a page that shows no secret."""

from __future__ import annotations

import pytest

from otel_redact.cli.main import main
from otel_redact.detectors import DETECTORS
from otel_redact.engines import TriggerEngine
from otel_redact.types import Group, Leaf


def _printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["detectors", *arguments]) == 0
    return capsys.readouterr().out


def test_each_detector_has_a_line_that_says_whether_it_is_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_REDACT_EXCLUDE_RULES", "pii,github_token")

    rows = [line.split() for line in _printed(capsys).splitlines()[1:]]

    on = {row[0]: row[3] for row in rows}
    assert len(rows) == len(DETECTORS)
    assert (on["openai_api_key"], on["github_token"], on["us_ssn"], on["uuid"]) == (
        *("on", "off", "off", "off"),
    )


def test_page_has_a_row_for_every_detector(capsys: pytest.CaptureFixture[str]) -> None:
    page = _printed(capsys, "--markdown")

    assert [one.name for one in DETECTORS if f"| [{one.name}]({one.name}.py) |" not in page] == []


def test_page_shows_no_secret_whole(capsys: pytest.CaptureFixture[str]) -> None:
    secrets = TriggerEngine([one for one in DETECTORS if one.group is Group.SECRETS])
    page = _printed(capsys, "--markdown")
    found = secrets.find([Leaf(line) for line in page.splitlines()])

    assert [
        line[one.start : one.end]
        for line, findings in zip(page.splitlines(), found, strict=True)
        for one in findings
        if one.end - one.start > 12
    ] == []
