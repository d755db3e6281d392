"""Indonesian identity numbers (NIK): place, birth date, serial; behind their name."""

from __future__ import annotations

from otel_redact.detectors.boundary import KEY_START
from otel_redact.detectors.checksum import has_digits
from otel_redact.detectors.context import near, stems
from otel_redact.types import Detector, Group

__all__ = ["ID_NIK"]

ID_NIK = Detector(
    name="id_nik",
    entity="ID_NIK",
    group=Group.PII,
    pattern=(
        r"(?<![A-Za-z0-9])"
        + near(
            r"(?:nik|ktp|e-ktp|nomor[ ]induk[ ]kependudukan)",
            r"[1-9][1-9][ .]?[0-9]{4}[ .]?(?:0[1-9]|[1256][0-9]|[37][01]|4[1-9])"
            r"(?:0[1-9]|1[0-2])[0-9]{2}[ .]?[0-9]{4}",
        )
        + r"(?![A-Za-z0-9_])(?![.,-][0-9])"
    ),
    triggers=stems("nik", "ktp", "e-ktp", "nomor induk", value="00[ .]?0000"),
    starts_word=True,
    key_pattern=KEY_START + r"(?:nik|e?[_-]?ktp)(?:[_-]?(?:number|num|no|nomor))?",
    key_triggers=("nik", "ktp"),
    validate_key_value=has_digits(16),
    hits=("NIK: 3171091205905014", "No. KTP 3171095205900820", "e-KTP 317109 120590 4820"),
    misses=("3171091205905014", "NIK 3171093205905014", "KTP hilang", "teknik 3171091205905014"),
    key_hits=(("nik", "3171091205905014"), ("no_ktp", "3171095205900820")),
    key_misses=(("nik", "hilang"), ("teknik", "3171091205905014")),
    source="https://id.wikipedia.org/wiki/Nomor_Induk_Kependudukan (2026-11-24)",
)
