# Programs of fuzz.py as reference data: what it found, and those of three seeds, of which what depends on the order of a sort among equals is left out.
from found_programs import kFound
from fuzz import MorePrograms, Programs, is_of_python
from javascript import NotExpressible
from make_sources import case_of, kAbout
from recording import write

kSeeds = ((2026, Programs), (2027, Programs), (2028, MorePrograms))
kCount = 600


def make():
    cases = [case_of(python) for python in kFound]
    for case in cases:
        for key in ('bits', 'python'):
            case.pop(key, None)
    for seed, kind in kSeeds:
        programs, said = kind(seed), 0
        while said < kCount:
            python = programs.program()
            try:
                case = case_of(python)
            except (NotExpressible, SyntaxError, RecursionError):
                continue
            if is_of_python(case) or 'topk' in python or 'median' in python:
                continue
            case.pop('bits', None)
            case.pop('python', None)
            cases.append(case)
            said += 1
    write('programs', kAbout, cases=cases)
