"""Conventions: one file for each standard, vendor or API whose keys and shapes spans carry."""

from otel_redact.conventions.anthropic import ANTHROPIC
from otel_redact.conventions.convention import Convention, EventRule, KeyRule, SpanKindRule
from otel_redact.conventions.gen_ai import GEN_AI
from otel_redact.conventions.generic import GENERIC
from otel_redact.conventions.google_adk import GOOGLE_ADK
from otel_redact.conventions.google_genai import GOOGLE_GENAI
from otel_redact.conventions.langchain import LANGCHAIN
from otel_redact.conventions.langfuse import LANGFUSE
from otel_redact.conventions.langsmith import LANGSMITH
from otel_redact.conventions.logfire import LOGFIRE
from otel_redact.conventions.mlflow import MLFLOW
from otel_redact.conventions.openai import OPENAI
from otel_redact.conventions.openinference import OPENINFERENCE
from otel_redact.conventions.openllmetry import OPENLLMETRY
from otel_redact.conventions.vercel_ai import VERCEL_AI

__all__ = ["CONVENTIONS", "Convention", "EventRule", "KeyRule", "SpanKindRule"]

CONVENTIONS: tuple[Convention, ...] = (
    GEN_AI,
    OPENINFERENCE,
    OPENLLMETRY,
    LANGSMITH,
    LANGFUSE,
    LOGFIRE,
    VERCEL_AI,
    MLFLOW,
    GOOGLE_ADK,
    OPENAI,
    ANTHROPIC,
    GOOGLE_GENAI,
    LANGCHAIN,
    GENERIC,
)
