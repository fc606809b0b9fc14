// What tensors need beside bindings.cpp: float64, products of matrices. The figures' module is linked without
// it.
#include <emscripten/bind.h>

#include "memory.hpp"
#include "products.hpp"
#include "table.hpp"

namespace torchlet {
namespace {

double* doubles_at(int address) { return reinterpret_cast<double*>(static_cast<std::uintptr_t>(address)); }
void forward_doubles(int activation, int x, int y, int count, double p0, double p1) {
  const double values[kMaxParameters] = {p0, p1};
  const auto form = kDoubleForms[activation].forward;
  for (int i = 0; i < count; ++i) doubles_at(y)[i] = form(doubles_at(x)[i], values);
}
template <auto form>
void run_backward_doubles(int activation, int grad, int saved, int to, int count, double p0, double p1) {
  const double values[kMaxParameters] = {p0, p1};
  for (int i = 0; i < count; ++i)
    doubles_at(to)[i] = (kDoubleForms[activation].*form)(doubles_at(grad)[i], doubles_at(saved)[i], values);
}

void softmax_doubles(int kind, int x, int n) { softmax_double(static_cast<Row>(kind), doubles_at(x), n); }
void softmax_doubles_backward(int kind, int grad, int result, int n) {
  softmax_double_backward(static_cast<Row>(kind), doubles_at(grad), doubles_at(result), n);
}

/** `flags`: 1, a is transposed; 2, b is; 4, c holds where the sums begin. The pads are what matrices are laid
 * out in. */
void matrix_product(int a, int b, int bias, int c, int rows, int columns, int depth, int flags) {
  static_assert(kBlockFloats <= kPadFloats);
  product(at(a), (flags & 1) != 0, at(b), (flags & 2) != 0, at(bias), (flags & 4) != 0, at(c), rows, columns,
          depth, pad[0], pad[1]);
}

}  // namespace

EMSCRIPTEN_BINDINGS(tensors) {
  emscripten::function("forwardDoubles", &forward_doubles);
  emscripten::function("backwardDoubles", &run_backward_doubles<&DoubleForms::backward>);
  emscripten::function("backwardDoublesFromResult",
                       &run_backward_doubles<&DoubleForms::backward_from_result>);
  emscripten::function("softmaxDoubles", &softmax_doubles);
  emscripten::function("softmaxDoublesBackward", &softmax_doubles_backward);
  emscripten::function("product", &matrix_product);
}

}  // namespace torchlet
