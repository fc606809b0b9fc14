# What every maker of reference data shares: PyTorch made repeatable, the encodings, the JSON files.
import base64
import json
import os
import pathlib
import struct
import warnings

# Set before torch is imported: the code path whose random numbers and values torchlet reproduces, on any x86-64.
os.environ.setdefault('ATEN_CPU_CAPABILITY', 'avx2')
import torch

torch.set_num_threads(1)
torch.set_warn_always(True)  # else a warning shows at its first call only
folder = pathlib.Path(__file__).parent


def base64_of(values):
    """The bytes of a tensor's elements in order, little-endian."""
    return base64.b64encode(values.detach().contiguous().numpy().tobytes()).decode()


def fnv1a(values):
    """32-bit FNV-1a of those bytes: for arrays too long to store."""
    digest = 2166136261
    for byte in values.detach().contiguous().numpy().tobytes():
        digest = (digest ^ byte) * 16777619 & 0xffffffff
    return digest


def number(value):
    """A float as JSON has it; JavaScript's Number() reads the names of the others."""
    if value != value:
        return 'NaN'
    return value if abs(value) != float('inf') else ('Infinity' if value > 0 else '-Infinity')


def float32(bits):
    """The float32 of these bits."""
    return struct.unpack('<f', struct.pack('<I', bits))[0]


def write(name, about, **lists):
    """Writes a JSON file: a header, then lists with one entry a line, so that a change shows as a change of lines."""
    header = {'about': about, 'torch': torch.__version__, 'capability': torch.backends.cpu.get_cpu_capability()}
    parts = [f'{json.dumps(key)}: {json.dumps(value)}' for key, value in header.items()]
    for key, value in lists.items():
        if isinstance(value, list):
            rows = ',\n'.join(json.dumps(entry, separators=(',', ':'), allow_nan=False) for entry in value)
            parts.append(f'{json.dumps(key)}: [\n{rows}\n]')
        else:
            parts.append(f'{json.dumps(key)}: {json.dumps(value, allow_nan=False)}')
    text = '{\n' + ',\n'.join(parts) + '\n}\n'
    (folder / f'{name}.json').write_text(text)
    print(f'{name}.json: {len(text) / 1000:.0f} kB, ' + ', '.join(f'{len(v)} {k}' for k, v in lists.items()))


def quietly(function):
    """Calls the function; returns its result and the warnings it raised as [class, message]."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        result = function()
    # What is in brackets at the end names a line of the C++ source.
    return result, [[w.category.__name__, str(w.message).split(' (Triggered internally at')[0]] for w in caught]
