# What PyTorch prints when it runs the playground's programs.
import contextlib
import io

from cases_page import kPrograms
from recording import write


def printed(program):
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        exec(program, {})
    return text.getvalue()


def make():
    programs = [{'hash': h, 'code': code, 'printed': printed(code)} for h, code in kPrograms]
    write('page', 'Programs that the playground offers for a state (hash), with what PyTorch prints.', programs=programs)
