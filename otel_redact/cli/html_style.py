"""The style sheet of the demo's page: light and dark by the reader's preference, nothing loaded."""

__all__ = ["STYLE"]

STYLE = """
:root {
  color-scheme: light dark;
  --page: #fbfbfa; --card: #ffffff; --text: #1d2126; --quiet: #667080; --line: #e3e6ea;
  --raw: #b3261e; --raw-back: #fdeceA; --safe: #0b6b3a; --safe-back: #e2f5e9;
  --gone: #8a5a00; --gone-back: #fff3d6; --span: #eef2f7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --card: #1b1f24; --text: #e4e7eb; --quiet: #98a2b0; --line: #2d333b;
    --raw: #ff9d94; --raw-back: #43211f; --safe: #7fe0a7; --safe-back: #173726;
    --gone: #f2c46a; --gone-back: #3b2f16; --span: #232a33;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 1.5rem; max-width: 1500px; background: var(--page);
  color: var(--text); font: 15px/1.5 system-ui, sans-serif;
}
h1 { margin: 0; font-size: 1.7rem; letter-spacing: -0.02em; }
h1 span { color: var(--quiet); font-weight: 400; }
p { margin: 0.3rem 0; }
.note { color: var(--quiet); font-size: 0.9rem; }
ul { list-style: none; margin: 1rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.6rem; }
.totals li {
  flex: 1 1 11rem; padding: 0.7rem 1rem; background: var(--card); border: 1px solid var(--line);
  border-radius: 8px; color: var(--quiet); font-size: 0.85rem;
}
.totals b { display: block; color: var(--text); font-size: 1.5rem; line-height: 1.3; }
.totals .clean { border-color: var(--safe); background: var(--safe-back); }
.totals .clean b { color: var(--safe); }
.totals .leaked { border-color: var(--raw); background: var(--raw-back); }
.totals .leaked b { color: var(--raw); }
.findings { gap: 0.35rem; }
.findings li {
  padding: 0.1rem 0.55rem; border: 1px solid var(--line); border-radius: 99px;
  font-size: 0.78rem; color: var(--quiet); background: var(--card);
}
.findings b { color: var(--text); }
table {
  width: 100%; table-layout: fixed; border-collapse: collapse; background: var(--card);
  border: 1px solid var(--line);
}
th { text-align: left; font-size: 0.8rem; color: var(--quiet); font-weight: 600; }
th, td {
  padding: 0.5rem 0.7rem; vertical-align: top; border-top: 1px solid var(--line);
  overflow-wrap: anywhere; font-variant-ligatures: none;
}
thead th { position: sticky; top: 0; background: var(--card); }
th.place { width: 6rem; } th.key { width: 13rem; } th.rule { width: 11rem; }
td.place { color: var(--quiet); font-size: 0.85rem; }
td.key, td.text, td.rule, tr.span th {
  font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: 0.8rem;
}
td.text { white-space: pre-wrap; }
tr.span th { background: var(--span); color: var(--text); font-size: 0.85rem; }
del, ins { text-decoration: none; border-radius: 3px; padding: 0 0.15em; }
del { color: var(--raw); background: var(--raw-back); font-weight: 600; }
ins { color: var(--safe); background: var(--safe-back); font-weight: 600; }
.removed { color: var(--gone); background: var(--gone-back); border-radius: 3px; padding: 0 0.4em; }
td.rule span { display: block; color: var(--quiet); font-size: 0.75rem; }
footer { margin-top: 1rem; }
"""
