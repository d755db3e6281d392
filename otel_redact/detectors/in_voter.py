"""Indian voters' photo identity cards (EPIC), behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["IN_VOTER"]


def _is_card(text: str) -> bool:
    return len(text) == 10 and text[:3].isalpha() and text[3:].isdigit()


IN_VOTER = Detector(
    name="in_voter",
    entity="IN_VOTER",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:voter'?s?|epic(?=[ _-]?(?:no|number|card|id)|[ ]?[:=#])|elector(?:al)?|election)",
            r"[A-Za-z]{3}[ /-]?[0-9]{7}",
        )
        + r"(?![A-Za-z0-9_])(?!-[A-Za-z0-9])"
    ),
    triggers=(*stems("voter", "elector", "election", "epic", value="[a-z]{3}[ /-]?0{7}"),),
    starts_word=True,
    key_pattern=KEY_START + r"(?:voter[_-]?(?:id|card)?|epic)(?:[_-]?(?:number|num|no))?",
    key_triggers=("voter", "epic"),
    validate_key_value=_is_card,
    hits=("voter id: KSD1287349", "EPIC no WKH1186253.", "my voters card is ksd1287349"),
    misses=("KSD1287349", "epic JIRA-1234567", "voter turnout 1287349", "epic: KSD12873490"),
    key_hits=(("voter_id", "KSD1287349"), ("epicNumber", "wkh1186253")),
    key_misses=(("epic", "onboarding"), ("voter_id", "42"), ("voterlist", "KSD1287349")),
    source="https://en.wikipedia.org/wiki/Voter_ID_(India) (2026-11-24)",
)
