"""Print recall by entity and form, and what was changed in clean text, as plain text.

``python tests/corpus/report.py [entity …]``
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.corpus.clean import KINDS, clean_texts
from tests.corpus.forms import FORMS
from tests.corpus.precision import Precision
from tests.corpus.recall import measure
from tests.corpus.stdlib import stdlib_texts

_SIZE = 900_000


def print_recall(names: list[str]) -> None:
    """Print a line for each entity and the totals."""
    start = time.perf_counter()
    recalls = measure(names or None)
    table: dict[str, dict[str, str]] = {}
    for one in recalls:
        table.setdefault(one.detector, {})[one.form] = f"{one.share:.3f}"
    print("RECALL".ljust(38) + "".join(form.name.rjust(12) for form in FORMS))
    for detector, shares in sorted(table.items()):
        print(detector.ljust(38) + "".join(shares.get(f.name, "-").rjust(12) for f in FORMS))
    planted, gone = sum(one.planted for one in recalls), sum(one.gone for one in recalls)
    seconds = time.perf_counter() - start
    print(f"{len(table)} entities, {planted} values, {gone / planted:.4f} gone, {seconds:.0f} s\n")


def print_precision() -> None:
    """Print a line for each kind of clean text and below it what was changed."""
    precision = Precision()
    kinds = {kind: list(clean_texts(kind, _SIZE)) for kind in KINDS}
    kinds["interpreter's sources"] = [text for _, texts in stdlib_texts() for text in texts]
    print("PRECISION".ljust(24) + "bytes".rjust(12) + "texts".rjust(8) + "changed".rjust(9))
    for kind, texts in kinds.items():
        size, changed, changes = precision.changes(texts)
        print(kind.ljust(24) + f"{size:12d}{len(texts):8d}{changed:9d}")
        for change in changes:
            print(f"    {change}")


if __name__ == "__main__":
    print_recall(sys.argv[1:])
    print_precision()
