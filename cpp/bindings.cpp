// The WebAssembly module: kernels on addresses and the scratch pad, exported through Embind. The only file
// that includes Emscripten.
#include <emscripten/bind.h>

#include "arithmetic.hpp"
#include "products.hpp"
#include "row_doubles.hpp"
#include "stream.hpp"
#include "table.hpp"

/** Where the linker puts the end of what the module itself needs: data, stack. */
extern "C" char __heap_base;

namespace torchlet {
namespace {

/** Two buffers of 64 kB, through which arrays go that do not lie in this memory. */
constexpr int kPadFloats = 16384;
static_assert(kBlock <= kSlack);
alignas(16) float pad[2][kPadFloats + kSlack];
SoftmaxStream stream;

/** An array by its address, which a number of JavaScript's is. */
float* at(int address) { return reinterpret_cast<float*>(static_cast<std::uintptr_t>(address)); }

/** Where six numbers are that tell the JavaScript side what it must know: the addresses of both buffers,
 * their length, how many neighbouring rows a stream takes, how many floats behind an array are read, and
 * where memory begins that nothing here uses. All are exact in float32. */
int layout() {
  static float facts[6];
  const auto end = reinterpret_cast<std::uintptr_t>(&__heap_base);
  for (int i = 0; i < 2; ++i) facts[i] = static_cast<float>(reinterpret_cast<std::uintptr_t>(pad[i]));
  facts[2] = kPadFloats;
  facts[3] = SoftmaxStream::kColumns;
  facts[4] = kSlack;
  facts[5] = static_cast<float>(end);
  return static_cast<int>(reinterpret_cast<std::uintptr_t>(facts));
}
std::uint32_t hash() { return table_hash(); }

void forward(int activation, int x, int y, int count, double p0, double p1) {
  const double parameters[kMaxParameters] = {p0, p1};
  const auto loop = kLoops[activation].forward;
  over(count, at(x), nullptr, at(y),
       [&](const float* from, const float*, float* to, int count) { loop(from, to, count, parameters); });
}
void run_backward(Backward loop, int grad, int saved, int to, int count, double p0, double p1) {
  const double parameters[kMaxParameters] = {p0, p1};
  over(count, at(grad), at(saved), at(to), [&](const float* grad, const float* saved, float* to, int count) {
    loop(grad, saved, to, count, parameters);
  });
}
void backward(int activation, int grad, int saved, int to, int count, double p0, double p1) {
  run_backward(kLoops[activation].backward, grad, saved, to, count, p0, p1);
}
void backward_from_result(int activation, int grad, int saved, int to, int count, double p0, double p1) {
  run_backward(kLoops[activation].backward_from_result, grad, saved, to, count, p0, p1);
}

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

void softmax_rows(int kind, int x, int y, int outer, int n, int inner) {
  softmax(static_cast<Row>(kind), at(x), at(y), outer, n, inner);
}
void softmax_rows_backward(int kind, int grad, int result, int to, int outer, int n, int inner) {
  softmax_backward(static_cast<Row>(kind), at(grad), at(result), at(to), outer, n, inner);
}
void stream_begin() { stream.begin(); }
void stream_forward(int kind, int pass, int n, int columns) {
  stream.forward(static_cast<Row>(kind), pass, pad[0], n, columns);
}
void stream_backward(int kind, int pass, int n, int columns) {
  stream.backward(static_cast<Row>(kind), pass, pad[0], pad[1], n, columns);
}

void glu_halves(int x, int y, int outer, int half) { glu(at(x), at(y), outer, half); }
void glu_halves_backward(int grad, int x, int to, int outer, int half) {
  glu_backward(at(grad), at(x), at(to), outer, half);
}
void prelu_weights(int x, int weight, int y, int count) { over(count, at(x), at(weight), at(y), prelu); }
/** The weights are in the second buffer, and become what each element adds to the gradient of its own. */
void prelu_weights_backward(int grad, int x, int to, int count) {
  prelu_backward(at(grad), at(x), pad[1], at(to), count);
}
/** Of float64; `form` is a place in kPairDoubles. */
void pair_doubles(int form, int a, int b, int c, int to, int count) {
  for (int i = 0; i < count; ++i)
    doubles_at(to)[i] = kPairDoubles[form](doubles_at(a)[i], doubles_at(b)[i], doubles_at(c)[i]);
}
WeightSum weight_sum;
/** Adds to the sum, and gives it; what is left of the last vector is taken as zeros. */
double prelu_weight_sum(int grad, int x, int count, bool begins) {
  if (begins) weight_sum.begin();
  const int rest = count % kWidth, whole = count - rest;
  weight_sum.add(at(grad), at(x), whole);
  if (rest > 0) {
    float tails[2][kWidth] = {};
    std::copy_n(at(grad) + whole, rest, tails[0]);
    std::copy_n(at(x) + whole, rest, tails[1]);
    weight_sum.add(tails[0], tails[1], kWidth);
  }
  return weight_sum.total();
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
void add_columns_of(int from, int sums, int rows, int columns) {
  add_columns(at(from), doubles_at(sums), rows, columns);
}
void log_sigmoid_of(int x, int to, int count) { log_sigmoid(at(x), at(to), count); }
double error_function(double x) { return std::erf(x); }

}  // namespace

EMSCRIPTEN_BINDINGS(torchlet) {
  emscripten::function("layout", &layout);
  emscripten::function("tableHash", &hash);
  emscripten::function("forward", &forward);
  emscripten::function("backward", &backward);
  emscripten::function("backwardFromResult", &backward_from_result);
  emscripten::function("forwardDoubles", &forward_doubles);
  emscripten::function("backwardDoubles", &run_backward_doubles<&DoubleForms::backward>);
  emscripten::function("backwardDoublesFromResult",
                       &run_backward_doubles<&DoubleForms::backward_from_result>);
  emscripten::function("softmaxDoubles", &softmax_doubles);
  emscripten::function("softmaxDoublesBackward", &softmax_doubles_backward);
  emscripten::function("softmax", &softmax_rows);
  emscripten::function("softmaxBackward", &softmax_rows_backward);
  emscripten::function("streamBegin", &stream_begin);
  emscripten::function("streamForward", &stream_forward);
  emscripten::function("streamBackward", &stream_backward);
  emscripten::function("glu", &glu_halves);
  emscripten::function("gluBackward", &glu_halves_backward);
  emscripten::function("prelu", &prelu_weights);
  emscripten::function("preluBackward", &prelu_weights_backward);
  emscripten::function("preluWeightSum", &prelu_weight_sum);
  emscripten::function("pairDoubles", &pair_doubles);
  emscripten::function("product", &matrix_product);
  emscripten::function("arithmetic", &arithmetic_arrays);
  emscripten::function("addColumns", &add_columns_of);
  emscripten::function("logSigmoid", &log_sigmoid_of);
  emscripten::function("erf", &error_function);
}

}  // namespace torchlet
