# Programs as tutorials of activations and networks have them: tutorials.txt holds each in Python and in JavaScript; what they print.
import math
import warnings

import torch
import torch.nn.functional as F
from recording import folder, write
from torch import nn, optim

kAbout = (
    'Evaluate js with torch, nn, F, optim, inf, nan and two functions in scope: print(…), which writes a line as Python does, but a'
    ' whole float as an int; attempt(f), which prints what f gives, or the class and message of its error. A warning is a line, the'
    ' first time. The Python that printed this stands in tutorials.txt.'
)


def text_of(value, is_inner=False):
    """What both languages print of a value."""
    if isinstance(value, float) and repr(value).endswith('.0'):
        return repr(value)[:-2]
    if type(value) is list:
        return '[' + ', '.join(text_of(one, True) for one in value) + ']'
    if type(value) is dict:
        return '{' + ', '.join(f'{key!r}: {text_of(one, True)}' for key, one in value.items()) + '}'
    return repr(value) if is_inner else str(value)


def printed(python):
    """The lines that a program prints, with its warnings and errors."""
    lines, shown = [], set()

    def show(*values):
        lines.append(' '.join(text_of(value) for value in values))

    def attempt(function):
        try:
            show(function())
        except Exception as error:
            show(f'{type(error).__name__}: {error}')

    def warn(message, category, *_):
        line = f'{category.__name__}: {message}'.split(' (Triggered internally at')[0]
        if line not in shown:
            lines.append(line)
        shown.add(line)

    torch.manual_seed(0)
    torch.set_printoptions(profile='default')
    names = {'torch': torch, 'nn': nn, 'F': F, 'optim': optim, 'math': math, 'inf': math.inf, 'nan': math.nan}
    with warnings.catch_warnings():
        warnings.simplefilter('always')
        warnings.showwarning = warn
        exec(compile(python, '<tutorial>', 'exec'), {**names, 'print': show, 'attempt': attempt, '__name__': '__main__'})
    return '\n'.join(lines)


def make():
    programs = []
    for block in (folder / 'tutorials.txt').read_text().split('\n## ')[1:]:
        name, body = block.split('\n', 1)
        python, js = body.split('\n>>>\n')
        programs.append({'name': name, 'js': js.rstrip(), 'printed': printed(python)})
    write('tutorials', kAbout, programs=programs)
