// What tensors need beside bindings.cpp: float64, products of matrices, arithmetic, steps of optimisers. The
// figures' module is linked without it.
#include <emscripten/bind.h>

#include "arithmetic.hpp"
#include "logits.hpp"
#include "memory.hpp"
#include "products.hpp"
#include "row_doubles.hpp"
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

/** Of float64; `form` is a place in kPairDoubles. */
void pair_doubles(int form, int a, int b, int c, int to, int count) {
  for (int i = 0; i < count; ++i)
    doubles_at(to)[i] = kPairDoubles[form](doubles_at(a)[i], doubles_at(b)[i], doubles_at(c)[i]);
}

/** `flags`: 1, a is transposed; 2, b is; 4, c holds where the sums begin. The pads are what matrices are laid
 * out in. */
void matrix_product(int a, int b, int bias, int c, int rows, int columns, int depth, int flags) {
  static_assert(kBlockFloats <= kPadFloats);
  product(at(a), (flags & 1) != 0, at(b), (flags & 2) != 0, at(bias), (flags & 4) != 0, at(c), rows, columns,
          depth, pad[0], pad[1]);
}

/** `kind` is a place in kArithmetic; p, q, r are its numbers. */
void arithmetic_arrays(int kind, int a, int b, int to, int count, double p, double q, double r) {
  const float numbers[] = {static_cast<float>(p), static_cast<float>(q), static_cast<float>(r)};
  arithmetic(kind, at(a), at(b), at(to), count, numbers);
}
/** By their numbers in web/core/kernels/combining.js. */
constexpr void (*kOfLogits[])(const float*, float*, int) = {
    sigmoid_of_logits, each_logit<log_sigmoid_of_logits>, each_logit<sleef::exponential>,
    each_logit<sleef::logarithm>};
void of_logits(int function, int x, int to, int count) { kOfLogits[function](at(x), at(to), count); }
double error_function(double x) { return std::erf(x); }
/** Of a float32, by glibc's algorithm. */
float float_log(float x) { return std::log(x); }

}  // namespace

EMSCRIPTEN_BINDINGS(tensors) {
  emscripten::function("forwardDoubles", &forward_doubles);
  emscripten::function("backwardDoubles", &run_backward_doubles<&DoubleForms::backward>);
  emscripten::function("backwardDoublesFromResult",
                       &run_backward_doubles<&DoubleForms::backward_from_result>);
  emscripten::function("softmaxDoubles", &softmax_doubles);
  emscripten::function("softmaxDoublesBackward", &softmax_doubles_backward);
  emscripten::function("pairDoubles", &pair_doubles);
  emscripten::function("product", &matrix_product);
  emscripten::function("arithmetic", &arithmetic_arrays);
  emscripten::function("ofLogits", &of_logits);
  emscripten::function("erf", &error_function);
  emscripten::function("log", &float_log);
}

}  // namespace torchlet
