# Programs with numpy as NumPy and CPython run them: numpy_programs.txt and numpy_tutorials.txt, and those of a seed of numpy_fuzz.py.
# Run as `python3 make_numpy.py < /dev/null` beside these files; it writes numpy.json.
import contextlib
import io
import json
import pathlib
import sys
import warnings

import numpy as np

kFresh = np.get_printoptions()


def outcome(source):
    """What a program prints, warns and raises."""
    printed, warned = io.StringIO(), []
    lines = source.split('\n')

    def show(message, category, filename, line, file=None, text=None):
        shown = lines[line - 1].strip() if filename == '<stdin>' else ''
        warned.append(f'<stdin>:{line}: {category.__name__}: {message}\n  {shown}\n')

    error = None
    np.set_printoptions(**kFresh)
    old = np.geterr()
    with warnings.catch_warnings(), contextlib.redirect_stdout(printed):
        warnings.showwarning = show
        warnings.simplefilter('default')
        try:
            exec(compile(source, '<stdin>', 'exec'), {'__name__': '__main__'})
        except Exception as raised:
            error = [type(raised).__name__, str(raised)]
    np.seterr(**old)
    return {'source': source, 'printed': printed.getvalue(), 'warned': warned, 'error': error}


def programs(path):
    text = pathlib.Path(path).read_text()
    return ['import numpy as np\n' + one.strip('\n') for one in text.split('===\n')]


if __name__ == '__main__':
    here = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else '.')
    about = f'Programs as NumPy {np.__version__} on CPython {sys.version.split()[0]} ran them, by make_numpy.py'
    cases = [outcome(one) for name in ('numpy_programs.txt', 'numpy_tutorials.txt') for one in programs(here / name)]
    print(json.dumps({'about': about, 'cases': cases}, indent=1, ensure_ascii=False))
