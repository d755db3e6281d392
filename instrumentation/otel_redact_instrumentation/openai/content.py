"""Settings, environment and provider in; whether content and error texts are recorded, out.

`capture_content` says it. Where it is None: ``OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT``
where set, else content is recorded only if the provider redacts all it exports. The text of an
error quotes prompts and keys: only where the provider redacts, whatever else is set.
"""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass

from otel_redact.install import redacts
from otel_redact_instrumentation.openai.settings import Settings

__all__ = ["CAPTURE_VARIABLE", "Capture", "Decider"]

CAPTURE_VARIABLE = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"

_logger = logging.getLogger("otel_redact")
_YES = frozenset({"true", "1", "yes", "on", "span_only", "span_and_event"})
_NO = frozenset({"false", "0", "no", "off", "no_content", "event_only"})


@dataclass(frozen=True, slots=True)
class Capture:
    """What of a call is recorded.

    Attributes:
        content: messages, instructions, tools, stop sequences.
        error_text: an exception's message.
    """

    content: bool
    error_text: bool


class Decider:
    """Decides for each call anew, because a provider may get further exporters at any time.

    Thread: any.
    """

    def __init__(self, settings: Settings) -> None:
        """Read the variable once; an unknown word records nothing, with a warning."""
        self._settings = settings
        self._said = settings.capture_content
        word = os.environ.get(CAPTURE_VARIABLE, "").strip().lower()
        if self._said is None and word:
            self._said = word in _YES
            if word not in _YES | _NO:
                _logger.warning(
                    "otel_redact: %s is none of true, false, SPAN_ONLY, EVENT_ONLY, "
                    "SPAN_AND_EVENT, NO_CONTENT; no content is recorded",
                    CAPTURE_VARIABLE,
                )
        self._warned = False

    def capture(self, provider: object) -> Capture:
        """Return what may be recorded on a span of this provider."""
        redacting = redacts(provider)
        content = redacting if self._said is None else self._said
        if self._said is None and not redacting and not self._warned:
            self._warned = True
            _logger.warning(
                "otel_redact: the tracer provider does not redact all it exports, so that prompts "
                "and answers are not recorded; call otel_redact.install(), or say "
                "capture_content=True or %s=true",
                CAPTURE_VARIABLE,
            )
        return Capture(content, content and redacting and not self._settings.hides)
