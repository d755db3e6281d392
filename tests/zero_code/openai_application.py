"""An application that knows the `openai` client and nothing of tracing; started by the tests."""

import contextlib
import sys

import openai

MAIL = "ann@" + "example.com"

with openai.OpenAI() as client, contextlib.suppress(openai.APIStatusError):
    question = {"role": "user", "content": f"I am {MAIL}, who are you?"}
    answer = client.chat.completions.create(model=sys.argv[1], messages=[question])
    print(answer.choices[0].finish_reason)
