# Run with PyTorch 2.14: `python3 tests/reference/generate.py [name ...]` writes the reference data (JSON) beside itself.
import sys

import make_activations
import make_bits
import make_doubles
import make_names
import make_lessons
import make_nn
import make_numpy
import make_others
import make_page
import make_print
import make_products
import make_programs
import make_random
import make_softmax
import make_sources
import make_sums
import make_training
import make_tutorials

makers = {
    'random': make_random.make,
    'print': make_print.make,
    'page': make_page.make,
    'activations': make_activations.make,
    'softmax': make_softmax.make,
    'others': make_others.make,
    'doubles': make_doubles.make,
    'products': make_products.make,
    'sums': make_sums.make,
    'bits': make_bits.make,
    'errors': make_sources.make_errors,
    'names': make_names.make,
    'operations': make_sources.make_operations,
    'print_examples': make_sources.make_print_examples,
    'tensors': make_sources.make_tensors,
    'programs': make_programs.make,
    'nn': make_nn.make,
    'numpy': make_numpy.make,
    'training': make_training.make,
    'tutorials': make_tutorials.make,
    'lessons': make_lessons.make,
}

if __name__ == '__main__':
    for name in sys.argv[1:] or makers:
        makers[name]()
