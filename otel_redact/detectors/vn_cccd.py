"""Vietnamese citizen identity numbers (CCCD, CMND), behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group, Trigger

__all__ = ["VN_CCCD"]

_NUMBER = "0[0-9]{11}|[0-9]{9}"

VN_CCCD = Detector(
    name="vn_cccd",
    entity="VN_CCCD",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])(?:"
        + near(r"(?:cccd|cmnd|can cuoc(?: cong dan)?)", _NUMBER)
        + r"|(?i:c[\u0102\u0103]n c[\u01af\u01b0][\u1eda\u1edb]c"
        r"(?: c[\u00d4\u00f4]ng d[\u00c2\u00e2]n)?):?[ ]"
        rf"(?P<value>{_NUMBER})" + r")(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=(
        *stems("cccd", "cmnd", "can cuoc", value="0{9}"),
        *(
            Trigger(f"?{end}{sign} 000000000", before=18, first="c")
            for end in "cn"
            for sign in ("", ":")
        ),
    ),
    starts_word=True,
    key_pattern=KEY_START + r"(?:cccd|cmnd)(?:[_-]?(?:number|num|no))?",
    key_triggers=("cccd", "cmnd"),
    validate_key_value=has_digits(9, 12),
    hits=("CCCD: 001090123456", "số CMND 012345678", "căn cước công dân 001090123456"),
    misses=("001090123456", "CCCD 901090123456", "cccd missing", "CMND 12345"),
    key_hits=(("cccd", "001090123456"), ("so_cmnd", "012345678")),
    key_misses=(("cccd", "missing"), ("cmnd", "12")),
    source="https://vi.wikipedia.org/wiki/C%C4%83n_c%C6%B0%E1%BB%9Bc_c%C3%B4ng_d%C3%A2n "
    "(2026-11-24)",
)
