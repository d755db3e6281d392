"""How the faulty server answers, and which faults there are: rows of the table."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FAULTS", "HTTP", "OK", "PROTOCOLS", "Answer", "Fault"]

HTTP = "http/protobuf"
PROTOCOLS = ("grpc", HTTP)
GARBAGE = b"\xff\xfe not what anybody asked for \x00"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What one request gets.

    Attributes:
        status: of HTTP; gRPC gets the code that belongs to it.
        retry_after: seconds, as ``Retry-After`` or RetryInfo.
        delay: seconds before the answer.
        rejected: spans that a partial success rejects.
        garbage: the answer's message is none.
        is_lost: the connection is reset once the request has arrived.
    """

    status: int = 200
    retry_after: float | None = None
    delay: float = 0.0
    rejected: int = 0
    garbage: bool = False
    is_lost: bool = False

    def acknowledges(self, protocol: str) -> bool:
        """Whether the client learns that the spans arrived; HTTP clients read no body."""
        readable = not self.garbage or protocol == HTTP
        return self.status == 200 and not self.is_lost and readable


OK = Answer()


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One way to fail.

    Attributes:
        name: a row's.
        script: answers in order; the last one goes on until the server is healed.
        line: what happens on the connection: ``pass``, ``down``, ``stall``, ``cut``, ``garbage``.
        server_tls: whether the server speaks TLS.
        client_tls: whether the client does; ``"trusting"``: and knows the certificate.
        timeout: seconds that an export may take.
        delivers: whether the spans arrive all the same.
        heals: whether the server can become a good one for the same client.
        remark: for the table.
    """

    name: str
    script: tuple[Answer, ...] = (OK,)
    line: str = "pass"
    server_tls: bool = False
    client_tls: str = ""
    timeout: float = 1.5
    delivers: bool = False
    heals: bool = True
    remark: str = ""

    def is_delivered(self, protocol: str) -> bool:
        """Whether the spans are expected to arrive, and the client to know."""
        return self.delivers and (protocol == HTTP or not self.script[-1].garbage)


_PATIENT = 20.0

FAULTS = (
    Fault(name="none", timeout=_PATIENT, delivers=True),
    Fault(name="slow", script=(Answer(delay=0.3),), timeout=_PATIENT, delivers=True),
    Fault(name="down", line="down"),
    Fault(name="stalls forever", line="stall"),
    Fault(
        name="429, Retry-After 0, then well",
        script=(Answer(status=429, retry_after=0), OK),
        timeout=_PATIENT,
        delivers=True,
    ),
    Fault(
        name="503, Retry-After 0, then well",
        script=(Answer(status=503, retry_after=0), OK),
        timeout=_PATIENT,
        delivers=True,
    ),
    Fault(name="429, Retry-After 60", script=(Answer(status=429, retry_after=60),)),
    Fault(name="503, Retry-After 60", script=(Answer(status=503, retry_after=60),)),
    Fault(name="503 for ever", script=(Answer(status=503),)),
    Fault(name="400", script=(Answer(status=400),)),
    Fault(name="500", script=(Answer(status=500),)),
    Fault(
        name="partial success",
        script=(Answer(rejected=2),),
        timeout=_PATIENT,
        delivers=True,
        remark="the SDK's exporters do not say which spans a server rejects",
    ),
    Fault(name="closes mid-stream", line="cut"),
    Fault(
        name="closes before it answers",
        script=(Answer(is_lost=True),),
        remark="arrived, but nobody said so: counted as well",
    ),
    Fault(name="answers no OTLP", line="garbage"),
    Fault(
        name="200 with an unreadable message",
        script=(Answer(garbage=True),),
        delivers=True,
        timeout=_PATIENT,
        remark="HTTP clients do not read it",
    ),
    Fault(
        name="TLS",
        server_tls=True,
        client_tls="trusting",
        timeout=_PATIENT,
        delivers=True,
    ),
    Fault(name="TLS with an unknown certificate", server_tls=True, client_tls="any", heals=False),
    Fault(name="TLS asked of a plain port", client_tls="any", heals=False),
    Fault(name="plain text sent to a TLS port", server_tls=True, heals=False),
)
