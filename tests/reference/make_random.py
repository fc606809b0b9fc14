# Streams of random numbers: what torch.randn and torch.rand give for seeds, sizes and sequences of calls.
import random

import torch
from recording import base64_of, fnv1a, write

kSeeds = [0, 1, 2, 3, 42, 123, 12345, 987654321, 2**31 - 1, 2**32 - 1, 2**32 + 5, -1, 2**63, 2**64 - 1, -2**63]
kSizes = [*range(41), 100, 1000]


def record(op, values, arguments=()):
    """One fill: all its bits if it is short, else a hash with the first and last four."""
    entry = {'op': op, 'size': values.numel()}
    if arguments:
        entry['arguments'] = list(arguments)
    if values.numel() <= 100:
        return {**entry, 'bits': base64_of(values)}
    return {**entry, 'fnv1a': fnv1a(values), 'ends': base64_of(torch.cat([values[:4], values[-4:]]))}


def fill(op, size, arguments):
    if op in ('randn', 'rand'):
        return getattr(torch, op)(size)
    return getattr(torch.empty(size), op)(*arguments)


def streams():
    for seed in kSeeds:
        for op in ('randn', 'rand'):
            for size in kSizes if op == 'randn' else [0, 1, 7, 15, 16, 17, 33, 100, 1000]:
                torch.manual_seed(seed)
                yield {'seed': str(seed), 'calls': [record(op, fill(op, size, ()))]}


def sequences():
    """Calls that follow each other: the second normal of a pair waits for the next small call, whatever is between."""
    choose = random.Random(2)
    for _ in range(60):
        seed = choose.choice(kSeeds)
        torch.manual_seed(seed)
        calls = []
        for _ in range(choose.randrange(3, 9)):
            op = choose.choice(['randn', 'randn', 'rand', 'normal_', 'uniform_', 'bernoulli_', 'exponential_'])
            size = choose.choice([1, choose.randrange(0, 16), choose.randrange(0, 16), choose.randrange(16, 60), 700])
            low = round(choose.uniform(-4, 4), 3)
            spread = round(choose.uniform(0, 3), 3)
            arguments = {
                'normal_': (low, spread),
                'uniform_': (low, low + spread),
                'bernoulli_': (round(choose.random(), 2),),
                'exponential_': (spread + 0.25,),
            }.get(op, ())
            calls.append(record(op, fill(op, size, arguments), arguments))
        yield {'seed': str(seed), 'calls': calls}


def make():
    about = 'After manual_seed(seed) the calls give these float32 (base64, little-endian), or this hash of their bytes.'
    write('random', about, streams=list(streams()), sequences=list(sequences()))
