// The WebAssembly module: the scratch pad and the tables, exported through Embind. The only file that
// includes Emscripten.
#include <emscripten/bind.h>

#include "stream.hpp"
#include "table.hpp"

namespace torchlet {
namespace {

/** Two buffers of 64 kB: x or grad in the first, what backward saved in the second. Results replace the
 * first. */
constexpr int kPadFloats = 16384;
static_assert(kBlock <= kSlack);
alignas(16) float pad[2][kPadFloats + kSlack];
SoftmaxStream stream;

/** Where four floats are that tell the JavaScript side what it must know: the addresses of both buffers,
 * their length, and how many neighbouring rows a stream takes. All are exact in float32. */
int layout() {
  static float facts[4];
  for (int i = 0; i < 2; ++i) facts[i] = static_cast<float>(reinterpret_cast<std::uintptr_t>(pad[i]));
  facts[2] = kPadFloats;
  facts[3] = SoftmaxStream::kColumns;
  return static_cast<int>(reinterpret_cast<std::uintptr_t>(facts));
}
std::uint32_t hash() { return table_hash(); }

void forward(int activation, int count, double p0, double p1) {
  const double parameters[kMaxParameters] = {p0, p1};
  kLoops[activation].forward(pad[0], count, parameters);
}
void backward(int activation, int count, double p0, double p1) {
  const double parameters[kMaxParameters] = {p0, p1};
  kLoops[activation].backward(pad[0], pad[1], count, parameters);
}
void backward_from_result(int activation, int count, double p0, double p1) {
  const double parameters[kMaxParameters] = {p0, p1};
  kLoops[activation].backward_from_result(pad[0], pad[1], count, parameters);
}

void softmax_pad(int kind, int outer, int n, int inner) {
  softmax(static_cast<Row>(kind), pad[0], outer, n, inner);
}
void softmax_backward_pad(int kind, int outer, int n, int inner) {
  softmax_backward(static_cast<Row>(kind), pad[0], pad[1], outer, n, inner);
}
void stream_begin() { stream.begin(); }
void stream_forward(int kind, int pass, int n, int columns) {
  stream.forward(static_cast<Row>(kind), pass, pad[0], n, columns);
}
void stream_backward(int kind, int pass, int n, int columns) {
  stream.backward(static_cast<Row>(kind), pass, pad[0], pad[1], n, columns);
}

void glu_pad(int outer, int half) { glu(pad[0], pad[1], outer, half); }
void glu_backward_pad(int outer, int half) { glu_backward(pad[1], pad[0], outer, half); }
void prelu_pad(int count) { prelu(pad[0], pad[1], count); }
/** grad in the first half of the first buffer, x in its second half, the weights in the second buffer. */
void prelu_backward_pad(int count) { prelu_backward(pad[0], pad[0] + kPadFloats / 2, pad[1], count); }

}  // namespace

EMSCRIPTEN_BINDINGS(torchlet) {
  emscripten::function("layout", &layout);
  emscripten::function("tableHash", &hash);
  emscripten::function("forward", &forward);
  emscripten::function("backward", &backward);
  emscripten::function("backwardFromResult", &backward_from_result);
  emscripten::function("softmax", &softmax_pad);
  emscripten::function("softmaxBackward", &softmax_backward_pad);
  emscripten::function("streamBegin", &stream_begin);
  emscripten::function("streamForward", &stream_forward);
  emscripten::function("streamBackward", &stream_backward);
  emscripten::function("glu", &glu_pad);
  emscripten::function("gluBackward", &glu_backward_pad);
  emscripten::function("prelu", &prelu_pad);
  emscripten::function("preluBackward", &prelu_backward_pad);
}

}  // namespace torchlet
