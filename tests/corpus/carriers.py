"""Texts of a trace with a place for a value: text before it and text behind it; see `recall`."""

from __future__ import annotations

__all__ = ["CARRIERS"]

CARRIERS: tuple[tuple[str, str], ...] = (
    # what people write
    ("Hi, I tried what you suggested and it still fails. Here it is again: ", ". Can you check?"),
    ("Please use ", " for the next call, the old one no longer works."),
    ("The agent copied this from the ticket (", ") and then gave up."),
    ("1. open the page\n2. paste ", "\n3. press save\n"),
    # code
    ("def main():\n    # left here by mistake\n    value = '", "'\n    return run(value)\n"),
    ('const options = {\n  retries: 3,\n  value: "', '",\n};\nawait client.send(options);\n'),
    ("$ tool --input ", " --dry-run\nnothing to do\n"),
    # results of tools, as text that looks like JSON and is none
    ('{"status": "ok", "rows": [{"id": 7, "note": "', '"}], "truncated'),
    ("[{'id': 7, 'note': '", "'}]"),
    # logs
    ("2026-11-24T10:15:02Z INFO gateway request accepted value=", " took=12ms"),
    ("ERROR worker: bad input <", "> at step 4"),
    ("level=warn msg=rejected detail=", "\nlevel=info msg=retry\n"),
    # other scripts; no letter of theirs stands right beside the value
    ("您好，我的信息是：", "，请帮我确认一下，谢谢。"),
    ("こちらの値を使ってください。「", "」よろしくお願いします。"),
    ("아래 값을 확인해 주세요: ", " 감사합니다."),
    # markup
    ("## Notes\n\n| field | value |\n|---|---|\n| entry | ", " |\n"),
    ("Use `", "` in the **second** step, not the first.\n"),
    ("<p>Entry: ", "</p>\n"),
    # settings
    ("retries: 3\nentry: ", "\ntimeout: 30\n"),
    ("RETRIES=3\nENTRY=", "\nTIMEOUT=30\n"),
    ("", ""),
    ("\t", "\r\n"),
)
