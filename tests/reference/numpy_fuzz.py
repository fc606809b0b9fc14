# Generated programs with numpy: arrays of all dtypes and shapes printed, arithmetic, reductions, indices. `numpy_fuzz.py SEED COUNT` writes
# each with what NumPy made of it, one JSON a line; tests/tools/numpy_fuzz.js compares.
import json
import random
import sys

from make_numpy import outcome

kDtypes = ['float64'] * 6 + ['float32', 'int64', 'int64', 'int32', 'uint8', 'bool', 'int8', 'uint16']
kSpecial = ['np.nan', 'np.inf', '-np.inf', '0.0', '-0.0']
kBinary = ['+', '-', '*', '/', '//', '%', '<', '==', '>=', '!=', '**']
kUnary = ['np.abs({})', '-{}', 'np.sqrt(np.abs({}))', 'np.round({}, 2)', 'np.floor({})', 'np.sign({})', 'np.exp(-np.abs({}))', 'np.tanh({})',
          '({}).T', 'np.cumsum({})', 'np.square({})', 'np.sin({})', 'np.cos({})', 'np.log(np.abs({}) + 1)', 'np.maximum({}, 0)', 'np.clip({}, 0, 1)',
          'np.sort({})', 'np.argsort({})', 'np.unique({})', 'np.diff({})', 'np.isnan({})', 'np.where({} > 0, 1, -1)', '({})[::-1]', '({})[..., :1]',
          'np.flip({})', '({}).ravel()', 'np.minimum({}, 1.5)', 'np.expand_dims({}, 0)', '({}).reshape(-1)', 'np.roll({}, 1)', 'np.repeat({}, 2)']
kReduce = ['sum()', 'mean()', 'max()', 'min()', 'std()', 'argmax()', 'sum(axis=0)', 'mean(axis=-1)', 'max(axis=0)', 'prod()', 'any()', 'all()',
           'var()', 'cumsum()', 'argmin(axis=-1)', 'sum(axis=-1, keepdims=True)', 'std(axis=0)', 'tolist()', 'shape', 'dtype', 'size', 'nbytes']


class Programs:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def value(self, dtype, style):
        r = self.r
        if dtype == 'bool':
            return r.choice(['True', 'False'])
        if dtype.startswith('uint'):
            return str(r.randrange(0, 200))
        if dtype.startswith('int'):
            return str(r.randrange(-100, 100) if style < 3 or dtype == 'int8' else r.randrange(-20000, 20000))
        if r.random() < 0.04:
            return r.choice(kSpecial)
        if style == 0:
            return repr(float(r.randrange(-10, 10)))
        if style == 1:
            return repr(round(r.uniform(-5, 5), r.randrange(1, 4)))
        if style == 2:
            return repr(r.gauss(0, 1))
        if style == 3:
            return repr(r.gauss(0, 1) * 10 ** r.randrange(-8, 9))
        if style == 4:
            return repr(r.uniform(0, 1) * 10.0 ** r.randrange(-3, 3))
        return repr(r.choice([0.1, 0.5, 1 / 3, 1e-5, 123456.789, 2.5, 1e8, 99999999.5, 0.0001, 1000.0]))

    def array(self, shape=None):
        r = self.r
        dtype, style = r.choice(kDtypes), r.randrange(6)
        if shape is None:
            shape = r.choice([(), (1,), (3,), (5,), (8,), (2, 3), (3, 3), (1, 4), (4, 1), (2, 2, 2), (20,), (0,), (3, 7)])

        def build(dims):
            return self.value(dtype, style) if not dims else '[' + ', '.join(build(dims[1:]) for _ in range(dims[0])) + ']'
        plain = dtype in ('float64', 'int64', 'bool') and 0 not in shape
        return f'np.array({build(shape)}{"" if plain else f", dtype=np.{dtype}"})', shape

    def chance(self):
        r = self.r
        calls = ['randn({n})', 'rand({n}, 2)', 'randint({n})', 'randint(0, {m}, {n})', 'randint(-{n}, {m}, (2, 3))', 'choice({m}, {n})', 'choice({m}, {n}, replace=False)',
                 'permutation({m})', 'normal(1, 2, {n})', 'uniform(-1, {m}, {n})', 'choice([1.5, 2.5, 3.5], {n}, p=[0.2, 0.3, 0.5])', 'random()', 'randn()',
                 'binomial(1, 0.3, {n})', 'binomial({n}, 0.6, 3)', 'exponential(size={n})', 'standard_normal((2, {n}))', 'choice([4, 5, 6])',
                 'permutation(np.arange({m}).reshape(-1, 1))', 'random_sample({n})']
        modern = ['random({n})', 'standard_normal({n})', 'normal(0, 0.1, ({n}, 2))', 'integers(0, {m}, {n})', 'integers({m})', 'integers(1, {m}, {n}, endpoint=True)',
                  'choice({m}, {n})', 'choice({m}, {n}, replace=False)', 'permutation({m})', 'uniform(-1, 1, {n})', 'choice([1.5, 2.5, 3.5], {n}, p=[0.2, 0.3, 0.5])',
                  'standard_normal()', 'random()', 'binomial(1, 0.3, {n})', 'choice({m}, {n}, replace=False, shuffle=False)', 'integers(0, {m}, {n}, dtype=np.int32)']
        seed, isModern = r.randrange(10 ** r.randrange(1, 10)), r.random() < 0.5
        source, names = ('rng', modern) if isModern else ('np.random', calls)
        lines = ['import numpy as np', f'rng = np.random.default_rng({seed})' if isModern else f'np.random.seed({seed})']
        for _ in range(r.randrange(2, 7)):
            n = r.randrange(1, 12)
            lines.append(f'print({source}.{r.choice(names).format(n=n, m=n + r.randrange(1, 60))})')
            if r.random() < 0.2:
                lines.append(f'a = np.arange({n}); {source}.shuffle(a); print(a)')
        return '\n'.join(lines)

    def program(self):
        r = self.r
        if r.random() < 0.15:
            return self.chance()
        lines = ['import numpy as np']
        if r.random() < 0.15:
            lines.append('np.set_printoptions(' + r.choice(['precision=3', 'suppress=True', 'precision=2, suppress=True', 'linewidth=40', 'threshold=4', 'precision=12',
                                                             "floatmode='fixed'", "sign='+'", 'threshold=6, edgeitems=2', "sign=' '", "floatmode='unique'"]) + ')')
        a, shape = self.array()
        lines.append(f'a = {a}')
        b, _ = self.array(shape if r.random() < 0.6 else r.choice([(), (3,), (1,)]))
        lines.append(f'b = {b}')
        lines.append(r.choice(['print(a)', 'print(repr(a))', 'print([a])', 'print(a, a.dtype)']))
        for _ in range(r.randrange(1, 4)):
            kind = r.randrange(5)
            if kind == 0:
                lines.append(f'print(repr(a {r.choice(kBinary)} b))')
            elif kind == 1:
                lines.append(f'print({r.choice(kUnary).format("a")})')
            elif kind == 2:
                lines.append(f'print(repr(a.{r.choice(kReduce)}))')
            elif kind == 3:
                other = r.choice(['2', '0.5', '-1', '3.0', 'np.float32(1.5)', 'np.int64(2)', 'True'])
                lines.append(f'print(a {r.choice(kBinary)} {other}, repr({other} {r.choice(kBinary[:8])} a))')
            else:
                lines.append(f'print(a[{r.choice(["0", "-1", "1:", "::2", "..., 0", "None", "a > 0", "[0, -1]", ":, 0", "5"])}])')
        return '\n'.join(lines)


if __name__ == '__main__':
    programs = Programs(int(sys.argv[1]))
    for _ in range(int(sys.argv[2])):
        print(json.dumps(outcome(programs.program())))
