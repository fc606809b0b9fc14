// The kernels over lengths, positions, shapes and special values, built with the address and
// undefined-behaviour sanitizers.
#include <bit>
#include <cstdio>
#include <limits>
#include <random>
#include <vector>

#include "../reference/float64.hpp"
#include "products_test.hpp"
#include "stream.hpp"
#include "table.hpp"

using namespace torchlet;

namespace {

int checks = 0, failures = 0;

void check(bool holds, const char* fact, int a = 0, int b = 0, int c = 0) {
  ++checks;
  if (!holds && ++failures <= 20) std::printf("FAILED: %s (%d, %d, %d)\n", fact, a, b, c);
}

bool same(float a, float b) {
  return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b) ||
         (std::isnan(a) && std::isnan(b));
}
bool same(const std::vector<float>& a, const std::vector<float>& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!same(a[i], b[i])) return false;
  return a.size() == b.size();
}

std::mt19937 generator(20261123);
std::vector<float> random_floats(std::size_t count, float scale = 3) {
  std::normal_distribution<float> normal(0, scale);
  std::vector<float> values(count);
  for (float& value : values) value = normal(generator);
  return values;
}

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr float kSpecials[] = {
    0.0f,  -0.0f,  kInfinity, -kInfinity, kNaN,  1e-45f, -1e-45f, 1.17549435e-38f, 3.402e38f, -3.402e38f,
    88.7f, -88.8f, 104.0f,    -103.9f,    0.55f, -0.55f, 9.01f,   -9.02f,          1.0f,      -1.0f};

/** A count rounded up to what the element-wise loops touch. */
int whole(int count) { return (count + kBlock - 1) / kBlock * kBlock; }

void elementwise_kernels() {
  for (std::size_t k = 0; k < kLoops.size(); ++k) {
    const int index = static_cast<int>(k);
    const Spec& spec = kElementwise[k];
    double parameters[kMaxParameters] = {};
    for (std::size_t p = 0; p < spec.parameters.size(); ++p) parameters[p] = spec.parameters[p].value;
    const auto loop = [&](const float* from, const float*, float* to, int count) {
      kLoops[k].forward(from, to, count, parameters);
    };
    const auto forward = [&](const std::vector<float>& x) {
      std::vector<float> y(x.size());  // exactly what may be touched: the sanitizer sees the rest
      over(static_cast<int>(x.size()), x.data(), nullptr, y.data(), loop);
      return y;
    };
    const auto expected = reference::functions.find(spec.functional);
    check(expected != reference::functions.end(), "every kernel has a float64 reference", index);
    check(spec.ulp > 0 || spec.family == "rectifier" || spec.family == "shrink",
          "every kernel that rounds promises a bound", index);

    std::vector<float> values = random_floats(70);
    values.insert(values.end(), std::begin(kSpecials), std::end(kSpecials));
    const std::vector<float> results = forward(values);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double right = expected->second.value(values[i], parameters);
      const double slack = 1e-6 * std::abs(right) + 1e-44;
      const bool close = std::isnan(right) ? std::isnan(results[i]) : std::abs(results[i] - right) <= slack;
      check(close || results[i] == static_cast<float>(right), "a kernel agrees with float64", index,
            static_cast<int>(i));
    }
    for (int length = 0; length <= 40; ++length) {
      const std::vector<float> head(values.begin(), values.begin() + length);
      const std::vector<float> right(results.begin(), results.begin() + length);
      check(same(forward(head), right), "a value does not depend on the length of its array", index, length);
    }
    for (int shift = 0; shift < 20; ++shift) {
      const std::vector<float> tail(values.begin() + shift, values.end());
      const std::vector<float> right(results.begin() + shift, results.end());
      check(same(forward(tail), right), "a value does not depend on its place", index, shift);
      std::vector<float> in_place = values;
      over(static_cast<int>(tail.size()), in_place.data() + shift, nullptr, in_place.data() + shift, loop);
      std::vector<float> both(values.begin(), values.begin() + shift);
      both.insert(both.end(), right.begin(), right.end());
      check(same(in_place, both), "nor on whether its array is the input's, of which the rest stays", index,
            shift);
    }

    std::vector<float> saved = spec.saves == Saves::kResult ? results : values;
    saved.resize(whole(static_cast<int>(values.size())));
    std::vector<float> grad(saved.size(), 1.0f), again(saved.size(), 1.0f), from_result = results;
    from_result.resize(saved.size());
    kLoops[k].backward(grad.data(), saved.data(), grad.data(), static_cast<int>(saved.size()), parameters);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double right = expected->second.derivative(values[i], parameters);
      const bool close = std::isnan(right) ? std::isnan(grad[i])
                                           : std::abs(grad[i] - right) <= 1e-6 + 1e-6 * std::abs(right);
      check(close || grad[i] == static_cast<float>(right), "a gradient agrees with float64", index,
            static_cast<int>(i));
    }
    if (spec.inplace_saves == Saves::kResult) {
      kLoops[k].backward_from_result(again.data(), from_result.data(), again.data(),
                                     static_cast<int>(again.size()), parameters);
      // What differs: a threshold's value may itself lie above the threshold, and a flushed result has lost
      // its sign.
      if (spec.functional != "threshold")
        for (std::size_t i = 0; i < 70; ++i)
          check(std::abs(again[i] - grad[i]) <= 1e-6, "the gradient from the result is that from the input",
                index, static_cast<int>(i));
    }
  }
}

constexpr Row kKinds[] = {Row::kSoftmax, Row::kSoftmin, Row::kLogSoftmax};

std::vector<double> softmax_reference(Row kind, const std::vector<float>& row) {
  std::vector<double> x(row.begin(), row.end()), y(row.size());
  if (kind == Row::kSoftmin)
    for (double& value : x) value = -value;
  double maximum = -kInfinity, sum = 0;
  for (double value : x) maximum = std::max(maximum, value);
  for (std::size_t i = 0; i < x.size(); ++i) sum += y[i] = std::exp(x[i] - maximum);
  for (std::size_t i = 0; i < x.size(); ++i)
    y[i] = kind == Row::kLogSoftmax ? x[i] - maximum - std::log(sum) : y[i] / sum;
  return y;
}

/** The gradient of the input, from that of the result and the result itself. */
std::vector<double> softmax_slope(Row kind, const std::vector<float>& grad,
                                  const std::vector<float>& result) {
  double sum = 0;
  for (std::size_t i = 0; i < grad.size(); ++i)
    sum += static_cast<double>(grad[i]) * (kind == Row::kLogSoftmax ? 1 : result[i]);
  std::vector<double> slope(grad.size());
  for (std::size_t i = 0; i < grad.size(); ++i) {
    const double y = result[i], g = grad[i];
    slope[i] =
        kind == Row::kLogSoftmax ? g - std::exp(y) * sum : (kind == Row::kSoftmin ? -1 : 1) * (g - sum) * y;
  }
  return slope;
}

/** softmax of a slab, in memory that ends where the kernel's right to read ends. */
std::vector<float> run_softmax(std::vector<float> x, int outer, int n, int inner, Row kind = Row::kSoftmax) {
  const std::size_t count = x.size();
  x.resize(count + kSlack, 7.0f);
  std::vector<float> y(x.size(), 7.0f);
  softmax(kind, x.data(), y.data(), outer, n, inner);
  softmax(kind, x.data(), x.data(), outer, n, inner);
  check(same(x, y), "softmax has the same bits in place, and leaves what stands behind its slab", outer, n,
        inner);
  for (int i = 0; i < kSlack; ++i)
    check(x[count + i] == 7.0f, "softmax leaves what stands behind its slab", outer, n, inner);
  x.resize(count);
  return x;
}

std::vector<float> run_backward(std::vector<float> grad, std::vector<float> result, int outer, int n,
                                int inner, Row kind = Row::kSoftmax) {
  const std::size_t count = grad.size();
  grad.resize(count + kSlack, 7.0f);
  result.resize(count + kSlack, 7.0f);
  std::vector<float> to(grad.size(), 7.0f);
  softmax_backward(kind, grad.data(), result.data(), to.data(), outer, n, inner);
  softmax_backward(kind, grad.data(), result.data(), grad.data(), outer, n, inner);
  check(same(grad, to), "its gradient has the same bits in place", outer, n, inner);
  for (int i = 0; i < kSlack; ++i)
    check(to[count + i] == 7.0f, "and leaves what stands behind its slab", outer, n, inner);
  grad.resize(count);
  return grad;
}

std::vector<float> column(const std::vector<float>& slab, int n, int inner, int outer, int at) {
  std::vector<float> row(n);
  for (int j = 0; j < n; ++j) row[j] = slab[(static_cast<std::size_t>(outer) * n + j) * inner + at];
  return row;
}

/** A slab whose columns are all this row. */
std::vector<float> columns_of(const std::vector<float>& row, int inner) {
  std::vector<float> slab;
  for (float value : row) slab.insert(slab.end(), inner, value);
  return slab;
}

/** Short rows are rounded otherwise as columns than along memory, as in PyTorch: so two columns stand for all
 * numbers of them, and one for rows that lie along. */
void softmax_shapes(Row kind) {
  for (int n : {1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 31, 32, 33, 47, 64, 100, 257})
    for (int inner : {1, 2, 3, 4, 5, 9})
      for (int outer : {1, 2, 5}) {
        const auto x = random_floats(static_cast<std::size_t>(outer) * n * inner),
                   g = random_floats(x.size());
        const auto y = run_softmax(x, outer, n, inner, kind), dx = run_backward(g, y, outer, n, inner, kind);
        for (int o = 0; o < outer; ++o)
          for (int i = 0; i < inner; ++i) {
            const auto row = column(x, n, inner, o, i), result = column(y, n, inner, o, i);
            const auto upstream = column(g, n, inner, o, i), gradient = column(dx, n, inner, o, i);
            const int few = std::min(inner, 2);
            check(same(run_softmax(columns_of(row, few), 1, n, few, kind), columns_of(result, few)),
                  "softmax of a row does not depend on the shape", outer, n, inner);
            check(same(run_backward(columns_of(upstream, few), columns_of(result, few), 1, n, few, kind),
                       columns_of(gradient, few)),
                  "softmax's gradient does not depend on the shape", outer, n, inner);
            const auto right = softmax_reference(kind, row), slope = softmax_slope(kind, upstream, result);
            bool close = true, steep = true;
            for (int j = 0; j < n; ++j) {
              close = close && std::abs(result[j] - right[j]) <= 4e-7 * std::abs(right[j]) + 1e-15;
              steep = steep && std::abs(gradient[j] - slope[j]) <= 4e-7 * (std::abs(slope[j]) + 10);
            }
            check(close, "softmax agrees with float64", outer, n, inner);
            check(steep, "softmax's gradient agrees with float64", outer, n, inner);
          }
      }
}

void softmax_specials() {
  const auto all = [](const std::vector<float>& y, auto holds) {
    for (float value : y)
      if (!holds(value)) return false;
    return true;
  };
  const auto nan = [](float value) { return std::isnan(value); };
  for (int n : {2, 5, 40}) {
    std::vector<float> x = random_floats(n);
    x[1] = kNaN;
    check(all(run_softmax(x, 1, n, 1), nan), "NaN makes the row NaN", n);
    x[1] = kInfinity;
    check(all(run_softmax(x, 1, n, 1), nan), "+inf makes the row NaN", n);
    check(all(run_softmax(std::vector<float>(n, -kInfinity), 1, n, 1), nan),
          "-inf everywhere makes the row NaN", n);
    x[1] = -kInfinity;
    check(same(run_softmax(x, 1, n, 1)[1], 0.0f), "-inf beside numbers gives 0", n);
    for (float offset : {1000.0f, -1000.0f, 207.0f, 209.0f, -207.5f, 3e38f}) {
      std::vector<float> shifted(n, offset);
      check(all(run_softmax(shifted, 1, n, 1), [&](float v) { return std::abs(v - 1.0f / n) < 1e-7f; }),
            "equal inputs share evenly, however large", n, static_cast<int>(offset));
    }
  }
  const auto far = run_softmax({0.0f, -87.0f, -103.0f, -104.5f, -1e30f}, 1, 5, 1);
  check(far[2] > 0 && far[3] == 0 && far[4] == 0, "small shares underflow gradually, then are 0");
}

void softmax_streams(Row kind) {
  for (int columns : {1, 2, 5, 64})
    for (int n : {32, 48, 100, 1000}) {
      const auto x = random_floats(static_cast<std::size_t>(n) * columns), g = random_floats(x.size());
      const auto all = run_softmax(x, 1, n, columns, kind),
                 all_grad = run_backward(g, all, 1, n, columns, kind);
      std::vector<float> y = x, dx = g, saved = all;
      for (auto* values : {&y, &dx, &saved}) values->resize(x.size() + kSlack);
      SoftmaxStream stream;
      for (int pass = 0; pass < 3; ++pass)
        for (int j = 0; j < n; j += 32) {
          // Each pass finds what kernels.js hands it: x, or what the pass before has written.
          std::vector<float> piece(32 * columns + kSlack);
          const bool keeps = pass == 2 && kind != Row::kLogSoftmax;
          const int count = std::min(32, n - j) * columns;
          const auto from = keeps ? y.begin() : x.begin();
          std::copy_n(from + j * columns, count, piece.begin());
          stream.forward(kind, pass, piece.data(), std::min(32, n - j), columns);
          if (pass > 0) std::copy_n(piece.begin(), count, y.begin() + j * columns);
        }
      stream.begin();
      for (int pass = 0; pass < 2; ++pass)
        for (int j = 0; j < n; j += 32)
          stream.backward(kind, pass, dx.data() + j * columns, saved.data() + j * columns,
                          std::min(32, n - j), columns);
      y.resize(x.size());
      dx.resize(x.size());
      check(same(y, all), "softmax in chunks has the bits of softmax at once", n, columns,
            static_cast<int>(kind));
      check(same(dx, all_grad), "its gradient too", n, columns, static_cast<int>(kind));
    }
}

void log_softmax_specials() {
  const auto y = run_softmax({1.0f, 2.0f, kInfinity}, 1, 3, 1, Row::kLogSoftmax);
  check(std::isnan(y[0]) && std::isnan(y[2]), "+inf makes a row of log_softmax NaN");
  check(same(run_softmax({-kInfinity, 0.0f}, 1, 2, 1, Row::kLogSoftmax), {-kInfinity, 0.0f}),
        "-inf beside numbers stays");
  const auto close = run_softmax({0.0f, -20.0f}, 1, 2, 1, Row::kLogSoftmax);
  check(std::abs(close[0] + std::log1p(std::exp(-20.0))) < 1e-15,
        "log(1 + little) keeps the digits of what is little");
}

void pairs() {
  const auto sigmoid = reference::functions.at("sigmoid").value;
  for (int half : {1, 2, 3, 4, 5, 15, 16, 17, 40})
    for (int outer : {1, 2, 5}) {
      const auto x = random_floats(static_cast<std::size_t>(outer) * 2 * half),
                 g = random_floats(x.size() / 2);
      std::vector<float> in = x, out(x.size() / 2 + Quad::kCount, 7.0f), grad = g;
      in.resize(x.size() + Quad::kCount, 7.0f);
      grad.resize(g.size() + Quad::kCount);
      glu(in.data(), out.data(), outer, half);
      std::vector<float> apart(in.size(), 7.0f);
      glu_backward(grad.data(), in.data(), apart.data(), outer, half);
      glu_backward(grad.data(), in.data(), in.data(), outer, half);
      check(same(in, apart), "glu's gradient has the same bits in place", outer, half);
      check(out[out.size() - Quad::kCount] == 7.0f, "glu leaves what stands behind its result", outer, half);
      check(in[x.size()] == 7.0f, "glu leaves what stands behind its input", outer, half);
      for (int o = 0; o < outer; ++o)
        for (int i = 0; i < half; ++i) {
          const double a = x[2 * o * half + i], b = x[(2 * o + 1) * half + i], up = g[o * half + i];
          const double s = sigmoid(b, nullptr), r = sigmoid(-b, nullptr);
          check(std::abs(out[o * half + i] - a * s) <= 4e-7 * std::abs(a * s), "glu agrees with float64",
                outer, half, i);
          check(std::abs(in[2 * o * half + i] - up * s) <= 4e-7 * std::abs(up * s), "its gradient of a too",
                outer, half, i);
          const double slope = up * a * s * r;
          check(std::abs(in[(2 * o + 1) * half + i] - slope) <= 8e-7 * std::abs(slope), "and of b", outer,
                half, i);
        }
    }
  for (int count : {1, 4, 15, 16, 17, 100}) {
    const auto x = random_floats(count), w = random_floats(count), g = random_floats(count);
    std::vector<float> y = x, weight = w, dx = g, dw = w, at = x;
    for (auto* values : {&y, &weight, &dx, &dw, &at}) values->resize(whole(count));
    over(count, x.data(), weight.data(), y.data(), prelu);
    prelu_backward(dx.data(), at.data(), dw.data(), dx.data(), count);
    for (int i = 0; i < count; ++i) {
      check(y[i] == (x[i] > 0 ? x[i] : x[i] * w[i]), "prelu is exact", count, i);
      check(dx[i] == (x[i] > 0 ? g[i] : g[i] * w[i]) && dw[i] == (x[i] > 0 ? 0 : g[i] * x[i]),
            "its gradients too", count, i);
    }
  }
}

}  // namespace

int main() {
  elementwise_kernels();
  for (Row kind : kKinds) softmax_shapes(kind), softmax_streams(kind);
  softmax_specials();
  log_softmax_specials();
  pairs();
  products(check);
  arithmetics(check);
  std::printf("Native kernels under sanitizers:\n%d passed, %d failed\n", checks - failures, failures);
  return failures > 0;
}
