# Programs with numpy as NumPy and CPython run them: numpy_programs.txt has small ones, numpy_tutorials.txt such as tutorials have.
# A warning is recorded with its place as in a file of its own; those from within NumPy's Python files are none of these programs'.
import contextlib
import io
import pathlib
import sys
import warnings

import numpy as np

folder = pathlib.Path(__file__).parent
kFiles = ('numpy_programs.txt', 'numpy_tutorials.txt')
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


def make():
    from recording import write
    about = f'Programs as NumPy {np.__version__} on CPython {sys.version.split()[0]} ran them: {", ".join(kFiles)}'
    write('numpy', about, cases=[outcome(one) for name in kFiles for one in programs(folder / name)])
