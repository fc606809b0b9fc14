# Matrix products: hashes of values and gradients over shapes and layouts, the graphs that they record, and what they refuse.
import itertools

import torch
import torch.nn.functional as F
from recording import fnv1a, write

kSides = [(1, 1, 1), (1, 5, 1), (2, 3, 4), (3, 1, 2), (4, 4, 4), (5, 7, 9), (8, 8, 8), (1, 17, 33), (31, 1, 31), (16, 33, 15), (32, 9, 3),
          (63, 64, 65), (70, 70, 70), (70, 69, 1), (1, 70, 70), (2, 300, 17), (10, 515, 66), (0, 3, 2), (2, 0, 3), (2, 3, 0), (0, 0, 0)]
kLayouts = ['plain', 'turned', 'strided']
# The operands' shapes, from rows, depth and columns.
kShapes = {
    'mm': lambda m, k, n: [(m, k), (k, n)],
    'mv': lambda m, k, n: [(m, k), (k,)],
    'dot': lambda m, k, n: [(k,), (k,)],
    'bmm': lambda m, k, n: [(3, m, k), (3, k, n)],
    'linear': lambda m, k, n: [(m, k), (n, k), (n,)],
    'addmm': lambda m, k, n: [(m, n), (m, k), (k, n)],
    'matmul': lambda m, k, n: [(2, 1, m, k), (3, k, n)],
}
kGraphs = {
    'mm': [[(2, 3), (3, 4)]],
    'mv': [[(2, 3), (3,)]],
    'dot': [[(3,), (3,)]],
    'bmm': [[(2, 2, 3), (2, 3, 4)]],
    'outer': [[(2,), (3,)]],
    'addmm': [[(2, 2), (2, 3), (3, 2)], [(2,), (2, 3), (3, 2)]],
    'matmul': [[(3,), (3,)], [(2, 3), (3,)], [(3,), (3, 2)], [(2, 3), (3, 4)], [(2, 2, 3), (3,)], [(2, 2, 3), (3, 4)], [(2, 2, 3), (2, 3, 4)],
               [(3,), (2, 3, 4)], [(5, 3), (2, 3, 4)], [(2, 1, 5, 3), (4, 3, 2)], [(1, 2, 3), (2, 3, 4)], [(2, 2, 3), (1, 3, 4)], [(2, 5, 3, 4), (4,)]],
    'linear': [[(2, 3), (4, 3), (4,)], [(2, 3), (4, 3)], [(3,), (4, 3), (4,)], [(3,), (4, 3)], [(2, 5, 3), (4, 3), (4,)], [(2, 5, 3), (4, 3)],
               [(2, 2, 5, 3), (4, 3), (4,)], [(2, 3), (3,)], [(2, 3), (4, 3), (1,)], [(2, 3), (4, 3), ()], [(2, 3), (4, 3), (2, 4)]],
}
kRefused = [[()], [(3,)], [(4,)], [(2, 3)], [(3, 2)], [(4, 5)], [(2, 2, 3)], [(3, 3, 5)], [(2, 4, 5)]]
kDtypes = ['float32', 'float64', 'int64', 'int32', 'uint8', 'bool']


def function_of(name):
    return F.linear if name == 'linear' else getattr(torch, name)


def laid_out(x, layout):
    """The same numbers, lying otherwise in memory."""
    if layout == 'turned' and x.dim() > 1:
        return x.transpose(-1, -2).contiguous().transpose(-1, -2)
    if layout == 'strided':
        return torch.stack([x, x], -1)[..., 0]
    return x


def values():
    scaled = ('addmm', kShapes['addmm'], {'beta': 0.3, 'alpha': 0.7})
    forms = [*((name, shapes, {}) for name, shapes in kShapes.items()), scaled]
    for seed, ((name, shapes, keywords), sides, layout) in enumerate(itertools.product(forms, kSides, kLayouts)):
        torch.manual_seed(seed)
        operands = [laid_out(torch.randn(shape), layout).requires_grad_() for shape in shapes(*sides)]
        y = function_of(name)(*operands, **keywords)
        y.backward(torch.randn(y.shape))
        entry = {'name': name, **keywords, 'shapes': [list(x.shape) for x in operands], 'layout': layout, 'seed': seed}
        # The gradient of what is broadcast is a sum, whose order is that of another kernel.
        factors = {'addmm': operands[1:], 'matmul': []}.get(name, operands[:2])
        yield {**entry, 'y': fnv1a(y), 'grads': [fnv1a(x.grad) for x in factors]}


def graph_of(node):
    if node is None:
        return 'None'
    following = ', '.join(graph_of(one) for one, _ in node.next_functions)
    return node.name().removeprefix('torch::autograd::') + (f'({following})' if following else '')


def graphs():
    for name, lists in kGraphs.items():
        for shapes in lists:
            y = function_of(name)(*(torch.ones(shape).requires_grad_() for shape in shapes))
            yield {'name': name, 'shapes': shapes, 'graph': graph_of(y.grad_fn), 'y': y.tolist()}


def outcome(name, operands, **more):
    entry = {'name': name, **more, 'operands': [[list(x.shape), str(x.dtype).removeprefix('torch.')] for x in operands]}
    try:
        y = function_of(name)(*operands)
        return {**entry, 'y': y.tolist(), 'dtype': str(y.dtype)}
    except Exception as error:
        return {**entry, 'error': type(error).__name__, 'message': str(error)}


def outcomes():
    shapes = [shape for [shape] in kRefused]
    for name, a, b in itertools.product(['matmul', 'mm', 'bmm', 'mv', 'dot', 'outer', 'linear'], shapes, shapes):
        yield outcome(name, [torch.ones(a), torch.ones(b)])
    for bias in [(3,), (1, 4), (2, 4), (), (1,), (4,)]:
        yield outcome('linear', [torch.ones(2, 3), torch.ones(4, 3), torch.ones(bias)])
    for added in [(2, 2), (2,), (1, 2), (2, 1), (1,), (), (3, 2), (3,), (1, 2, 2)]:
        yield outcome('addmm', [torch.ones(added), torch.ones(2, 3), torch.ones(3, 2)])
    for a, b in itertools.product(kDtypes, kDtypes):
        for name, one, other in [('mm', (2, 2), (2, 2)), ('bmm', (1, 2, 2), (1, 2, 2)), ('mv', (2, 2), (2,)), ('dot', (2,), (2,)),
                                 ('outer', (2,), (2,)), ('linear', (2, 2), (2, 2)), ('matmul', (2,), (2, 2)), ('matmul', (2, 2, 2), (2, 2))]:
            yield outcome(name, [(torch.arange(8.0)[: torch.Size(s).numel()].reshape(s) + 60).to(getattr(torch, d)) for s, d in ((one, a), (other, b))], counts=True)


def make():
    about = ('values: randn of the shapes after manual_seed, then of the upstream gradient; hashes of float32. graphs: of ones that require grad. '
             'outcomes: of ones, or of 60, 61 ... where it says counts.')
    write('products', about, values=list(values()), graphs=list(graphs()), outcomes=list(outcomes()))
