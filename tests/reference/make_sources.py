# Python sources run in PyTorch, with the same in torchlet's JavaScript: what each gives, or why JavaScript cannot say it.
import ast
import json

import cases_activations
import cases_errors
import cases_operations
import cases_print
import cases_tensors
import torch
import torch.nn as nn
import torch.nn.functional as F
from javascript import AsJavaScriptMeansIt, NotExpressible, Translator
from recording import base64_of, number, quietly, write

nan = float('nan')
inf = float('inf')
kInput = 'torch.tensor([-2., -0.5, 0., 0.5, 2.])'


def value_of(python):
    """Runs the source with x, and gives `r` if it sets one, else its last expression."""
    names = {'torch': torch, 'nn': nn, 'F': F, 'nan': nan, 'inf': inf, 'x': eval(kInput)}
    body = ast.parse(python).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), 'case', 'exec'), names)
    value = eval(compile(ast.Expression(last.value), 'case', 'eval'), names) if last else None
    return names.get('r', value)


def described(value):
    """A result as data: what is printed, and the exact value where JSON or base64 can hold it."""
    if isinstance(value, torch.Tensor):
        bits = {'bits': base64_of(value)} if value.dtype == torch.float32 and value.numel() <= 1000 else {}
        return {'kind': 'Tensor', 'printed': str(value), 'shape': list(value.shape), **bits}
    if isinstance(value, torch.Size) or isinstance(value, (nn.Module, torch.dtype, torch.optim.Optimizer)):
        kind = {torch.Size: 'Size', torch.dtype: 'dtype'}.get(type(value), 'Module')
        return {'kind': kind, 'printed': str(value)}
    if isinstance(value, (list, tuple)) and value and all(isinstance(item, torch.Tensor) for item in value):
        return {'kind': 'Tensors', 'printed': [str(item) for item in value], 'bits': [base64_of(item) for item in value]}
    if isinstance(value, (list, tuple)):
        return {'kind': 'list', 'value': json.loads(json.dumps(value))}
    if isinstance(value, float):
        return {'kind': 'float', 'printed': str(value), 'value': number(value)}
    if isinstance(value, (bool, str)) or value is None:
        return {'kind': type(value).__name__, 'value': value}
    if isinstance(value, int):
        return {'kind': 'int', 'value': value if abs(value) < 2**53 else str(value)}
    if isinstance(value, torch.Generator):
        return {'kind': 'Generator'}
    return {'kind': 'object', 'printed': str(value).split(' at 0x')[0]}


def outcome(python):
    """What the source gives: a description of its result or its error, and its warnings."""
    torch.manual_seed(0)

    def run():
        try:
            return described(value_of(python))
        except Exception as error:
            return {'error': type(error).__name__, 'message': str(error)}

    result, messages = quietly(run)
    torch.set_printoptions(profile='default')
    return {**result, 'warnings': messages} if messages else result


def case_of(python):
    """The case, in JavaScript's terms; raises NotExpressible with the reason."""
    result = outcome(python)
    if result.get('kind') == 'object':
        raise NotExpressible(f'it prints a Python object: {result["printed"]}')
    translator = Translator()
    javascript = translator.source(python)
    # A message that lists the types it got is about the maker's own arguments, so whole numbers count as ints there too.
    names_types = 'got (' in result.get('message', '')
    for spare_makers in (True, False) if names_types else (True,):
        meant = AsJavaScriptMeansIt(spare_makers).visit(ast.parse(python))
        if outcome(ast.unparse(meant)) != result:
            raise NotExpressible('a JavaScript number that is whole is an int, a JavaScript Array is a list')
    case = {'js': javascript, 'python': python, **result, 'uses': sorted(translator.uses)}
    return {**case, 'needs': sorted(translator.needs)} if translator.needs else case


def split(sources, with_bits=False):
    expressible, others = [], []
    for line in sources:
        python = line.replace(r'\n', '\n')
        try:
            case = case_of(python)
            if not with_bits:
                case.pop('bits', None)
            expressible.append(case)
        except NotExpressible as reason:
            others.append({'python': python, 'reason': str(reason)})
    return expressible, others


kAbout = (
    'Evaluate js (statements; the last is the result) with torch, nn, F and x in scope, after torch.manual_seed(0); x is the '
    'tensor [-2, -0.5, 0, 0.5, 2], print options are the default. Then either error and message hold, or the result: kind, '
    'printed, value, bits (float32, base64). uses: names it needs; needs: dtypes besides float32.'
)


def make_errors():
    expressible, others = split([*cases_errors.sources, *cases_activations.sources])
    write('errors', kAbout, cases=expressible, notExpressible=others)


def make_print_examples():
    expressible, others = split(cases_print.sources)
    write('print_examples', kAbout, cases=expressible, notExpressible=others)


def make_operations():
    expressible, others = split(cases_operations.sources)
    write('operations', kAbout, cases=expressible, notExpressible=others)


def make_tensors():
    lists = {}
    for name, sources in (('exact', cases_tensors.exact), ('rounded', cases_tensors.rounded)):
        lists[name], others = split(sources, with_bits=True)
        if others:
            raise SystemExit(f'JavaScript cannot say {json.dumps(others, indent=1)}')
    write('tensors', kAbout + ' In the list `rounded` the last bits depend on the order of a sum.', **lists)
