"""Records what programs print and the tracebacks of those that fail, without lines of carets: `python3.11 make_python_errors.py errors > python/errors.json`, and so basics."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).parent
recorded = {"python": sys.version.split()[0], "programs": []}
for part in (here / f"python/{sys.argv[1]}.py").read_text().split("#: ")[1:]:
    name, source = part.split("\n", 1)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "x.py"
        path.write_text(source)
        ran = subprocess.run([sys.executable, "-W", "ignore", "x.py"], cwd=folder, capture_output=True, text=True)
        error = ran.stderr.replace(f"{folder}/x.py", "x.py")
    error = re.sub(r"\(/.*\)", "(unknown location)", error)
    error = "".join(line for line in error.splitlines(keepends=True) if not re.fullmatch(r" +[\^~]+ *\n", line))
    recorded["programs"].append({"name": name, "source": source, "printed": ran.stdout, "traceback": error})
json.dump(recorded, sys.stdout, indent=1, ensure_ascii=False)
print()
