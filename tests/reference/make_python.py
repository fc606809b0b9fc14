"""Records what programs print under PyTorch: `python3 -c "$(cat make_python.py)" < python/programs.py > python/programs.json`."""

import contextlib
import io
import json
import os
import sys
import tempfile
import traceback
import warnings

warnings.simplefilter("ignore")


def programs(text):
    """The programs of a file, each from its line `#: name` on."""
    for part in text.split("#: ")[1:]:
        name, source = part.split("\n", 1)
        yield name, source


def outcome(source):
    out = io.StringIO()
    error = None
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(source, "x.py", "exec"), {"__name__": "__main__"})
        except Exception as caught:
            error = traceback.format_exception_only(type(caught), caught)[-1].strip()
    return {"printed": out.getvalue(), "error": error}


def apart(source):
    """The outcome in a process and a folder of its own: a program may set the generator, the default dtype, save files."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        with os.fdopen(writer, "w") as file, tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            json.dump(outcome(source), file)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as file:
        result = json.load(file)
    os.wait()
    return result


os.environ.setdefault("ATEN_CPU_CAPABILITY", "avx2")  # before torch is imported: sums have one order, as in recording.py
import torch
import torch.nn
import torch.optim
import torch.utils.data

torch.set_num_threads(1)
recorded = {"torch": torch.__version__, "python": sys.version.split()[0], "programs": []}
for name, source in programs(sys.stdin.read()):
    recorded["programs"].append({"name": name, "source": source, **apart(source)})
json.dump(recorded, sys.stdout, indent=1, ensure_ascii=False)
print()
