"""Japanese individual numbers (My Number): twelve digits in fours, or by name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import behind_foreign, exactly, foreign_triggers, near, stems
from otel_redact.detectors.national_number import is_number
from otel_redact.types import Detector, Group

__all__ = ["JP_MY_NUMBER"]

_NAMES = "\u30de\u30a4\u30ca\u30f3\u30d0\u30fc|\u500b\u4eba\u756a\u53f7"
_NUMBER = r"[0-9]{4}(?:[0-9]{8}|-[0-9]{4}-[0-9]{4}|[ ][0-9]{4}[ ][0-9]{4})"

# Twelve bare digits need the name: one number in ten has the check digit.
JP_MY_NUMBER = Detector(
    name="jp_my_number",
    entity="JP_MY_NUMBER",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:(?<![A-Za-z0-9_])(?<![0-9][ .,-])(?<![0-9][;,|:][ ])(?<![A-Za-z0-9]-)"
        r"(?!(?:19|20)[0-9]{2}[ -](?:19|20)[0-9]{2}[ -])(?P<value>"
        r"[0-9]{4}(?P<sign>[ -])[0-9]{4}(?P=sign)[0-9]{4})(?!-[A-Za-z0-9])|"
        + behind_foreign(_NAMES, r"[0-9]{12}", glued=True)
        + "|"
        + near(r"my[ _-]?number(?:card)?", _NUMBER)
        + r")(?![A-Za-z0-9_])(?![ .,-][0-9])(?![;,|:][ ][0-9])"
    ),
    triggers=(
        *exactly("0000 0000 0000", "0000-0000-0000"),
        *foreign_triggers("0" * 12, glued=True),
        *stems("mynumber", "my number", "my_number", "my-number", value="0000"),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:my[_-]?number|kojin[_-]?bango)",
    key_triggers=("mynumber", "my_number", "my-number", "kojin"),
    validate=is_number("jp.in_"),
    validate_key_value=has_digits(12),
    hits=(
        "5574 5696 6130",
        "マイナンバー\uff1a557456966130",
        "個人番号 819464943772 です",
        "my number is 8194-6494-3772.",
    ),
    misses=(
        "5574 5696 6131",
        "557456966130",
        "5574 5696 6130 1234",
        "1234 5574 5696 6130",
        "my number one choice",
        "マイナンバーカード",
    ),
    key_hits=(("my_number", "557456966131"), ("user.myNumber", "5574 5696 6130")),
    key_misses=(("my_number", "42"), ("my_number", "unknown")),
    source="https://www.soumu.go.jp/kojinbango_card/ (2026-11-24)",
    checksum="mod 11",
)
