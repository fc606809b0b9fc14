# What real PyTorch makes of the scripts of training's lessons: their printed lines, every loss, dead units, sizes of gradients; and hashes of the data sets.
import contextlib
import io
import json
import pathlib

import torch
from recording import fnv1a, number, write

folder = pathlib.Path(__file__).parent
kSeeds = [0, 1, 7]


def nine(value):
    """Enough digits for every float32."""
    return number(float(f'{value:.9g}'))


def run(name, script):
    """Runs a script as it stands; the losses of a race are those of the first seed."""
    printed = io.StringIO()
    names = {'__name__': '__main__'}
    with contextlib.redirect_stdout(printed):
        exec(compile(script, name, 'exec'), names)
    losses = names['losses'] if isinstance(names['losses'], dict) else {'': names['losses']}
    first = {key: own[0] if isinstance(own[0], list) else own for key, own in losses.items()}
    return {
        'name': name,
        'script': script,
        'printed': printed.getvalue().splitlines(),
        'losses': {key: [nine(loss) for loss in own] for key, own in first.items()},
        'profiles': {key: [[nine(size) for size in own] for own in pair] for key, pair in names.get('profiles', {}).items()},
    }


def data_hashes(definitions):
    """FNV-1a of points and targets of each data set, of 256 points and of 7, which PyTorch draws in another way."""
    hashes = []
    for name, definition in definitions.items():
        names = {'torch': torch}
        exec(definition, names)
        for seed in kSeeds:
            for count in (256, 7):
                torch.manual_seed(seed)
                points, targets = names[name](count)
                hashes.append({'data': name, 'seed': seed, 'count': count, 'points': fnv1a(points), 'targets': fnv1a(targets)})
    return hashes


def depths(template):
    """Sizes of gradients at initialisation, by depth: a script that defines sizes_of(activation, init, depth)."""
    names = {}
    exec(template, names)
    rows = []
    for activation in ('Sigmoid', 'Tanh', 'ReLU', 'LeakyReLU'):
        for init in ('default', 'xavier', 'he', 'alike'):
            for depth in (2, 5, 10, 20, 35, 50):
                sizes = names['sizes_of'](getattr(torch.nn, activation), init, depth)
                rows.append({'activation': activation, 'init': init, 'depth': depth, 'first': nine(sizes[0]), 'last': nine(sizes[-1])})
    return rows


def make():
    about = 'What PyTorch makes of the scripts that web/training/programs writes (tests/tools/lessons.js puts them into lessons_scripts.json): lines, losses of each step (of a race the first seed alone), [start, end] sizes of gradients by layer.'
    given = json.loads((folder / 'lessons_scripts.json').read_text())
    runs = [run(name, script) for name, script in given['scripts'].items()]
    write('lessons', about, runs=runs, data=data_hashes(given['data']), depths=depths(given['depths']))
