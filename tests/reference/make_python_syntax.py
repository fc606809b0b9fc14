"""Records which sources CPython reads, and its words for the others: `python3.11 make_python_syntax.py > python/syntax.json`."""

import json
import pathlib
import sys
import warnings

warnings.simplefilter("ignore")


def problem(source):
    """None, or the SyntaxError with its line."""
    try:
        compile(source, "x.py", "exec")
    except SyntaxError as error:
        return f"{type(error).__name__}: {error.msg} (line {error.lineno})"


sources = (pathlib.Path(__file__).parent / "python/syntax.txt").read_text().rstrip("\n").split("\n#:\n")
recorded = {"python": sys.version.split()[0], "sources": [{"source": one, "problem": problem(one)} for one in sources]}
json.dump(recorded, sys.stdout, indent=1, ensure_ascii=False)
print()
