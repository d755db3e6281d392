"""Prints one `sh` code block of a Markdown file: `readme_block.py FILE N`, counting from 1."""

import re
import sys
from pathlib import Path

path, number = Path(sys.argv[1]), int(sys.argv[2])
blocks = re.findall(
    r"^```sh\n(.*?)^```", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
)
if len(blocks) < number:
    sys.exit(f"{path} has {len(blocks)} sh code blocks, number {number} was asked for")
sys.stdout.write(blocks[number - 1])
