# Generated programs of torch's operations, run in PyTorch: `python3 fuzz.py SEED COUNT [more]` writes a case a line (tests/tools/fuzz.js
# reads them): shapes, dtypes, dims, broadcasting, views, in-place changes, masks, gradients.
import json
import math
import random
import re
import sys

from javascript import NotExpressible
from make_sources import case_of

kShapes = [(), (1,), (2,), (3,), (4,), (2, 3), (3, 2), (3, 1), (1, 3), (2, 1, 3), (2, 3, 2), (0,), (2, 0), (1, 1)]
kFloats = [-2.5, -2.0, -1.5, -1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 7.0]
kOdd = [float('nan'), float('inf'), -float('inf'), -0.0, 1e-8, 1e8, 0.1, 1 / 3]

kUnary = ['abs', 'sign', 'exp', 'log', 'log2', 'log10', 'log1p', 'expm1', 'sqrt', 'rsqrt', 'square', 'reciprocal', 'sin', 'cos',
          'tan', 'atan', 'sinh', 'cosh', 'floor', 'ceil', 'round', 'trunc', 'neg', 'isnan', 'isinf', 'isfinite', 'logical_not',
          'sigmoid', 'tanh', 'relu', 'clone', 'detach', 'contiguous', 't', 'flatten', 'squeeze', 'sum', 'mean', 'std', 'var',
          'max', 'min', 'prod', 'all', 'any', 'argmax', 'argmin', 'median', 'norm', 'nonzero', 'count_nonzero', 'float', 'double',
          'long', 'int', 'bool', 'tolist', 'item', 'numel', 'dim', 'size', 'unbind', 'sort', 'argsort', 'type', 'is_contiguous']
kAlong = ['sum', 'mean', 'std', 'var', 'max', 'min', 'prod', 'all', 'any', 'argmax', 'argmin', 'amax', 'amin', 'cumsum', 'softmax',
          'log_softmax', 'logsumexp', 'unsqueeze', 'squeeze', 'median', 'sort', 'argsort', 'unbind', 'size', 'count_nonzero', 'flip']
kKept = ['sum', 'mean', 'std', 'var', 'max', 'min', 'prod', 'all', 'any', 'argmax', 'argmin', 'amax', 'amin', 'logsumexp', 'median']
kOperators = ['+', '-', '*', '/', '**', '//', '%', '>', '<', '>=', '<=', '==', '!=']
kBinary = ['add', 'sub', 'mul', 'div', 'pow', 'floor_divide', 'remainder', 'fmod', 'maximum', 'minimum', 'eq', 'ne', 'lt', 'le', 'gt',
           'ge', 'logical_and', 'logical_or', 'logical_xor', 'isclose', 'allclose', 'equal']
kInPlace = ['add_', 'sub_', 'mul_', 'div_', 'pow_', 'remainder_', 'floor_divide_', 'copy_', 'fill_']
kInPlaceAlone = ['abs_', 'neg_', 'exp_', 'sqrt_', 'zero_', 'relu_', 'sigmoid_', 'tanh_', 'floor_', 'round_', 'square_', 'sign_', 'log_']
kDTypes = ['torch.float32', 'torch.float64', 'torch.int64', 'torch.int32', 'torch.uint8', 'torch.bool']


kEnds = ['.cummax', '.cummin', '.tensor_split', '.hsplit', '.tolist', '.item', '.numel', '.dim(', '.size(', '.unbind', '.sort(', '.type()', '.is_contiguous', 'allclose', 'equal(', '.split',
         '.chunk', '.topk', '.max(', '.min(', '.median(']


def nested(shape, draw):
    if not shape:
        return draw()
    return '[' + ', '.join(nested(shape[1:], draw) for _ in range(shape[0])) + ']'


class Programs:
    """Random programs, the same for the same seed."""
    unary, along, binary, inPlace, inPlaceAlone = kUnary, kAlong, kBinary, kInPlace, kInPlaceAlone

    def __init__(self, seed):
        self.random = random.Random(seed)

    def number(self):
        pick = self.random
        value = pick.choice(kOdd) if pick.random() < 0.06 else pick.choice(kFloats)
        return repr(value)

    def whole(self):
        return str(self.random.choice([-7, -3, -2, -1, 0, 1, 2, 3, 5, 7, 9]))

    def truth(self):
        return self.random.choice(['True', 'False'])

    def tensor(self, shape=None, kind=None):
        pick = self.random
        shape = pick.choice(kShapes) if shape is None else shape
        kind = kind or pick.choices(['float', 'double', 'int', 'int32', 'uint8', 'bool'], [60, 8, 16, 4, 4, 8])[0]
        if kind == 'float':
            return f'torch.tensor({nested(shape, self.number)})' if 0 not in shape else f'torch.zeros({list(shape)})'
        if kind == 'double':
            return f'torch.tensor({nested(shape, self.number)}, dtype=torch.float64)'
        if kind == 'bool':
            return f'torch.tensor({nested(shape, self.truth)})' if 0 not in shape else f'torch.zeros({list(shape)}, dtype=torch.bool)'
        if kind == 'int' and 0 not in shape:
            return f'torch.tensor({nested(shape, self.whole)})'
        dtype = {'int': 'int64'}.get(kind, kind)
        draw = (lambda: str(self.random.choice([0, 1, 2, 3, 7]))) if kind == 'uint8' else self.whole
        return f'torch.tensor({nested(shape, draw)}, dtype=torch.{dtype})'

    def dim(self):
        return self.random.choice([0, 0, 1, -1, -1, -2, 2])

    def other(self):
        """A second operand: a tensor or a number."""
        pick = self.random
        if pick.random() < 0.35:
            return pick.choice([self.number, self.whole])()
        return self.tensor()

    def step(self, a, b, isLast=False):
        """One operation on tensors a and b, as an expression; what gives no tensor is the last one."""
        while True:
            text = self.any_step(a, b)
            if isLast or not any(word in text for word in kEnds):
                return text

    def any_step(self, a, b):
        pick = self.random
        kind = pick.randrange(16)
        if kind < 3:
            return f'{a}.{pick.choice(self.unary)}()'
        if kind < 5:
            return f'{a}.{pick.choice(self.along)}({self.dim()})'
        if kind == 5:
            return f'{a}.{pick.choice(kKept)}({self.dim()}, keepdim={self.truth()})'
        if kind == 6 and pick.random() < 0.5:
            return self.chosen(a)
        if kind < 8:
            return f'{a} {pick.choice(kOperators)} {pick.choice([b, b, self.other()])}'
        if kind == 8:
            return f'torch.{pick.choice(self.binary)}({a}, {b})'
        if kind == 9:
            return self.shape_step(a)
        if kind == 10:
            return pick.choice([
                f'torch.cat([{a}, {b}], dim={self.dim()})', f'torch.stack([{a}, {b}], dim={self.dim()})', f'torch.cat([{a}, {a}])',
                f'{a}.split({pick.choice([1, 2])}, {self.dim()})', f'{a}.chunk({pick.choice([1, 2, 3])}, {self.dim()})',
                f'torch.vstack([{a}, {b}])', f'torch.hstack([{a}, {b}])'])
        if kind == 11:
            return pick.choice([
                f'torch.where({a} > {self.whole()}, {a}, {b})', f'torch.where({self.tensor(kind="bool")}, {a}, {self.number()})',
                f'{a}.masked_fill({a} > {self.whole()}, {self.number()})', f'{a}.masked_select({a} > {self.whole()})',
                f'{a}.clamp({self.number()}, {self.number()})', f'{a}.clamp(min={self.number()})', f'torch.clamp({a}, max={self.whole()})'])
        if kind == 12:
            return pick.choice([
                f'{a}.topk({pick.choice([1, 2])}, {self.dim()})', f'{a}.sort({self.dim()}, descending={self.truth()})',
                f'{a}.gather({self.dim()}, {self.tensor(kind="int")})', f'{a}.index_select({self.dim()}, torch.tensor([0, 1]))',
                f'{a}.cumsum({self.dim()})', f'{a}.norm({pick.choice([1, 2, 3])}, {self.dim()})', f'{a}.roll({self.whole()})',
                f'{a}.round(decimals={pick.choice([1, 2])})', f'{a}.norm(p=1)'])
        if kind == 13:
            return f'{a}.to({pick.choice(kDTypes)})'
        if kind == 14:
            return pick.choice([f'({a} > 0) & ({a} < 2)', f'~({a} > 0)', f'({a} > 0) | ({a} == 0)', f'{a} ^ {b}', f'-{a}',
                                f'1 - {a}', f'2 / {a}', f'2 ** {a}'])
        return f'{a}.{pick.choice(["sum", "mean", "prod"])}(dtype={pick.choice(kDTypes)})'

    def chosen(self, a):
        pick = self.random
        place = pick.choice(['torch.tensor([0, 1])', 'torch.tensor([-1])', 'torch.tensor([[0], [1]])', 'torch.tensor([2, 0])'])
        return f'{a}[' + pick.choice([f'{a} > {self.whole()}', place, f':, {place}', f'{place}, {place}', f'..., {place}',
                                      f'{place}, 0', f'None, {place}', self.tensor((3,), 'bool'), f'{place}, None, 0']) + ']'

    def shape_step(self, a):
        pick = self.random
        sizes = pick.choice(['-1', '1, -1', '3, 2', '2, 3', '6', '-1, 1', '2, 1, 3', '4'])
        return pick.choice([
            f'{a}.reshape({sizes})', f'{a}.view({sizes})', f'{a}.expand({pick.choice(["2, 3", "3, 3", "-1, 3", "4, -1"])})',
            f'{a}.transpose({self.dim()}, {self.dim()})', f'{a}.permute({pick.choice(["1, 0", "0, 1", "2, 0, 1"])})',
            f'{a}.repeat({pick.choice(["2", "2, 1", "1, 2, 1"])})', f'{a}.flip({self.dim()})', f'{a}.T', f'{a}.unsqueeze({self.dim()})',
            f'{a}[{pick.choice(["0", "-1", "1:", ":, 0", "..., 0", "None", "::2", ":2, 1", "1"])}]', f'{a}.narrow({self.dim()}, 0, 1)',
            f'{a}.flatten({pick.choice(["0", "1", "0, 1"])})', f'{a}.select({self.dim()}, 0)'])

    def values(self):
        lines = [f'a = {self.tensor()}', f'b = {self.tensor()}']
        for name in ('a', 'b'):
            if self.random.random() < 0.5:
                lines.append(f'{name} = {self.step(name, "b" if name == "a" else "a")}')
        return [*lines, f'r = {self.step("a", "b", True)}']

    def changes(self):
        pick = self.random
        lines = [f'a = {self.tensor()}', f'b = {self.tensor()}']
        target = 'a'
        if pick.random() < 0.4:
            lines.append(f'v = {self.shape_step("a")}')
            target = 'v'
        change = f'{target}.{pick.choice(self.inPlaceAlone)}()'
        if pick.random() < 0.6:
            change = f'{target}.{pick.choice(self.inPlace)}({pick.choice(["b", self.other()])})'
        if pick.random() < 0.3:
            place = pick.choice([f'{target} > {self.whole()}', 'torch.tensor([0])', 'torch.tensor([1, 0])', '0', '-1', ':1', '..., 0'])
            change = f'{target}[{place}] = {pick.choice([self.number(), self.whole(), "b"])}'
        return [*lines, change, 'r = a']

    def gradients(self):
        pick = self.random
        shape = pick.choice([(3,), (2, 3), (3, 1), (2, 3, 2), (1, 3)])
        lines = [f'a = {self.tensor(shape, "float")}.requires_grad_()', f'b = {self.tensor(pick.choice([shape, (3,), ()]), "float")}']
        leaf = pick.choice(['a', 'a', 'b'])
        if leaf == 'b':
            lines[1] += '.requires_grad_()'
        lines.append(f'c = {self.step("a", "b")}')
        if pick.random() < 0.5:
            lines.append(f'c = {self.step("c", "b")}')
        if pick.random() < 0.3:
            return [*lines, 'r = c']
        return [*lines, 'c.sum().backward()' if pick.random() < 0.8 else '(c * c).sum().backward()', f'r = {leaf}.grad']

    def program(self):
        make = self.random.choices([self.values, self.changes, self.gradients], [55, 15, 30])[0]
        return '\n'.join(make())


class MorePrograms(Programs):
    """The same of the operations that tutorials use beside the common ones."""
    unary = ['acos', 'asin', 'asinh', 'atanh', 'exp2', 'erfc', 'sinc', 'frac', 'deg2rad', 'rad2deg', 'nan_to_num', 'signbit', 'isposinf', 'absolute', 'negative',
             'ravel', 'nansum', 'nanmean', 'flipud', 'fliplr', 'diff', 'trace', 'argwhere', 'diagonal', 'positive']
    along = ['cumprod', 'diff', 'nansum', 'nanmean', 'cummax', 'cummin', 'tensor_split', 'hsplit', 'repeat_interleave', 'tile', 'unsqueeze', 'sum', 'mean', 'logit']
    binary = ['atan2', 'hypot', 'logaddexp', 'fmax', 'fmin', 'copysign', 'xlogy', 'multiply', 'subtract', 'divide', 'greater', 'less_equal', 'clamp_min', 'clamp_max', 'max', 'min',
              'isin', 'dist', 'float_power']
    inPlace = ['atan2_', 'copysign_', 'multiply_', 'subtract_', 'divide_', 'clamp_min_', 'clamp_max_', 'greater_', 'ne_', 'lt_', 'fmod_', 'xlogy_', 'logical_and_']
    inPlaceAlone = ['acos_', 'asin_', 'exp2_', 'frac_', 'sinc_', 'nan_to_num_', 'absolute_', 'negative_', 'reciprocal_', 'logical_not_']


def is_of_python(case):
    """Whether the error is about a number, truth or tuple that the program takes for a tensor: JavaScript has other words."""
    message = case.get('message', '')
    phrases = ('unsupported operand', 'not supported between', 'multiply sequence', 'only concatenate', 'not iterable', 'not callable')
    return case.get('error') == 'AttributeError' or any(phrase in message for phrase in phrases)


kData = re.compile(r'torch\.(tensor|full|zeros|ones)\((\[[^()]*\]|[^()\[\]]*)[^()]*\)')
kWholeFloat = re.compile(r'-?\b\d+\.0\b')
kNoFloats = re.compile(r'torch\.(u?int|bool)|tensor\(\[*(-?\d+[^.\d]|True|False)|isnan|[<>]')


def has_whole_float(python):
    """Whether 2.0 may stand beside a tensor of whole numbers: JavaScript cannot tell it from 2."""
    return kNoFloats.search(python) is not None and kWholeFloat.search(kData.sub('', python)) is not None


def plain(value):
    """As JSON has it, which has neither nan nor inf: as texts."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, float) and not math.isfinite(value):
        return 'NaN' if math.isnan(value) else 'Infinity' if value > 0 else '-Infinity'
    return value


def main():
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    programs = (MorePrograms if 'more' in sys.argv else Programs)(seed)
    said = 0
    while said < count:
        python = programs.program()
        if has_whole_float(python):
            continue
        try:
            case = case_of(python)
        except (NotExpressible, SyntaxError, RecursionError):
            continue
        if is_of_python(case):
            continue
        case.pop('bits', None)
        print(json.dumps(plain(case)))
        said += 1


if __name__ == '__main__':
    main()
