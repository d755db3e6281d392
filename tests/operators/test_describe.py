"""What stands for embedded media tells type, size and a digest, and nothing of what is in them."""

from __future__ import annotations

import base64
import hashlib

import pytest

from otel_redact.operators import DescribeOperator

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 136
DESCRIBE = DescribeOperator()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def test_data_uri_says_its_type_size_and_digest() -> None:
    text = "data:image/png;base64," + base64.b64encode(PNG).decode()

    assert DESCRIBE(text, "MEDIA") == f"[image/png 34 KB sha256:{_digest(PNG)}]"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "image/jpeg"),
        (b"RIFF\x24\0\0\0WAVEfmt " + bytes(50), "audio/wav"),
        (b"RIFF\x24\0\0\0WEBPVP8 " + bytes(50), "image/webp"),
        (b"\0\0\0\x20ftypisom" + bytes(50), "video/mp4"),
        (b"%PDF-1.7" + bytes(50), "application/pdf"),
        (bytes(50), "application/octet-stream"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_type_of_bare_base64_is_read_from_its_first_bytes(content: bytes, kind: str) -> None:
    assert DESCRIBE(base64.b64encode(content).decode(), "MEDIA").startswith(f"[{kind} ")


@pytest.mark.parametrize("header", ["alice/secret", "image/sk-proj-abc123", "text/x"])
def test_header_that_is_no_known_type_is_not_repeated(header: str) -> None:
    text = f"data:{header};base64," + base64.b64encode(PNG).decode()

    assert DESCRIBE(text, "MEDIA").startswith("[image/png 34 KB ")


def test_cut_and_url_safe_base64_are_read_as_far_as_they_go() -> None:
    content = b"\xff\xd8\xff" + b"\xfb\xff\xbf" * 20
    spelled = base64.urlsafe_b64encode(content).decode()

    assert DESCRIBE(spelled, "MEDIA") == f"[image/jpeg 63 B sha256:{_digest(content)}]"
    assert DESCRIBE(spelled[:-2], "MEDIA") == f"[image/jpeg 61 B sha256:{_digest(content[:-2])}]"
    assert DESCRIBE(spelled[:-3], "MEDIA") == f"[image/jpeg 60 B sha256:{_digest(content[:-3])}]"


@pytest.mark.parametrize(
    ("size", "said"), [(0, "0 B"), (1023, "1023 B"), (1024, "1 KB"), (5 << 20, "5 MB")]
)
def test_size_is_that_of_the_decoded_bytes(size: int, said: str) -> None:
    text = "data:image/png;base64," + base64.b64encode(bytes(size)).decode()

    assert f" {said} " in DESCRIBE(text, "MEDIA")
