# Run with PyTorch 2.14: `python3 tests/reference/sweep.py JOB [--stride N] [--backward]` writes what PyTorch gives for all 2^32
# floats, or every N-th, to standard output, float32 after float32: for tests/native/accuracy to compare with float64.
# JOB: gelu, gelu_tanh, softplus:2,10 (parameters in PyTorch's order), or softmax:256, the rows of softmax_rows below.
# `sweep.py --about` prints the version and the code path.
import os
import sys

import numpy
import torch
import torch.nn.functional as F

torch.set_num_threads(1)
kChunk = 1 << 20
kOthers = {'gelu_tanh': lambda x: F.gelu(x, approximate='tanh'), 'exp': torch.exp, 'sigmoid': torch.sigmoid, 'tanh': torch.tanh}
kDefaults = {'threshold': [0.1, 20.0]}
kRows = {'softmax': F.softmax, 'softmin': F.softmin, 'log_softmax': F.log_softmax}
kElements = 1 << 22


def softmax_rows(function, length):
    """What tests/native/rows.js measures: 4 M elements, seed 0, standard deviation 3."""
    torch.manual_seed(0)
    return function(torch.randn(kElements // length, length) * 3, dim=1)


def outputs(function, parameters, stride, backward):
    for start in range(0, 1 << 32, kChunk * stride):
        patterns = numpy.arange(start, min(start + kChunk * stride, 1 << 32), stride, dtype=numpy.uint64).astype(numpy.uint32)
        x = torch.from_numpy(patterns.view(numpy.float32))
        if backward:
            x.requires_grad_()
            function(x, *parameters).backward(torch.ones(x.numel()))
            yield x.grad
        else:
            yield function(x, *parameters)


def main(job, stride, backward):
    name, _, numbers = job.partition(':')
    parameters = [float(number) for number in numbers.split(',')] if numbers else kDefaults.get(name, [])
    if name in kRows:
        sys.stdout.buffer.write(softmax_rows(kRows[name], int(parameters[0])).numpy().tobytes())
        return
    function = kOthers.get(name) or getattr(F, name)
    for values in outputs(function, parameters, stride, backward):
        sys.stdout.buffer.write(values.numpy().tobytes())


if __name__ == '__main__':
    arguments = sys.argv[1:]
    if '--about' in arguments:
        print(f'PyTorch {torch.__version__}, {torch.backends.cpu.get_cpu_capability()}')
        sys.exit()
    stride = int(arguments[arguments.index('--stride') + 1]) if '--stride' in arguments else 1
    main(arguments[0], stride, '--backward' in arguments)
    sys.stdout.flush()
    os._exit(0)
