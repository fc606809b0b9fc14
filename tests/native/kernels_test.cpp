// The kernels over lengths, positions, shapes and special values, built with the address and
// undefined-behaviour sanitizers.
#include <bit>
#include <cstdio>
#include <limits>
#include <random>
#include <vector>

#include "../reference/float64.hpp"
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
    const double parameters[kMaxParameters] = {0.1, 0.3};
    const auto forward = [&](const std::vector<float>& x) {
      std::vector<float> y(
          whole(static_cast<int>(x.size())));  // exactly what may be touched: the sanitizer sees the rest
      std::copy(x.begin(), x.end(), y.begin());
      kLoops[k].forward(y.data(), static_cast<int>(x.size()), parameters);
      y.resize(x.size());
      return y;
    };
    const auto expected = reference::functions.find(kSpecs[k].functional);
    check(expected != reference::functions.end(), "every kernel has a float64 reference", index);

    std::vector<float> values = random_floats(70);
    values.insert(values.end(), std::begin(kSpecials), std::end(kSpecials));
    const std::vector<float> results = forward(values);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double right = expected->second(values[i], parameters);
      const bool close = std::isnan(right) ? std::isnan(results[i])
                                           : std::abs(results[i] - right) <= 3e-7 * std::abs(right) + 1e-44;
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
    }
    std::vector<float> grad = random_floats(whole(static_cast<int>(values.size()))), saved(grad.size());
    std::copy(results.begin(), results.end(), saved.begin());
    kLoops[k].backward(grad.data(), saved.data(), static_cast<int>(values.size()), parameters);
  }
}

std::vector<double> softmax_reference(const std::vector<float>& x) {
  double maximum = -kInfinity, sum = 0;
  for (float value : x) maximum = std::max<double>(maximum, value);
  std::vector<double> y(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) sum += y[i] = std::exp(x[i] - maximum);
  for (double& value : y) value /= sum;
  return y;
}

/** softmax of a slab, in memory that ends where the kernel's right to read ends. */
std::vector<float> run_softmax(std::vector<float> x, int outer, int n, int inner) {
  const std::size_t count = x.size();
  x.resize(count + kSlack, 7.0f);
  softmax(x.data(), outer, n, inner);
  for (int i = 0; i < kSlack; ++i)
    check(x[count + i] == 7.0f, "softmax leaves what stands behind its slab", outer, n, inner);
  x.resize(count);
  return x;
}

std::vector<float> run_backward(std::vector<float> grad, std::vector<float> result, int outer, int n,
                                int inner) {
  const std::size_t count = grad.size();
  grad.resize(count + kSlack, 7.0f);
  result.resize(count + kSlack, 7.0f);
  softmax_backward(grad.data(), result.data(), outer, n, inner);
  grad.resize(count);
  return grad;
}

std::vector<float> column(const std::vector<float>& slab, int n, int inner, int outer, int at) {
  std::vector<float> row(n);
  for (int j = 0; j < n; ++j) row[j] = slab[(static_cast<std::size_t>(outer) * n + j) * inner + at];
  return row;
}

void softmax_shapes() {
  for (int n : {1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 31, 32, 33, 47, 64, 100, 257})
    for (int inner : {1, 2, 3, 4, 5, 9})
      for (int outer : {1, 2, 5}) {
        const auto x = random_floats(static_cast<std::size_t>(outer) * n * inner),
                   g = random_floats(x.size());
        const auto y = run_softmax(x, outer, n, inner), dx = run_backward(g, y, outer, n, inner);
        for (int o = 0; o < outer; ++o)
          for (int i = 0; i < inner; ++i) {
            const auto row = column(x, n, inner, o, i), result = column(y, n, inner, o, i);
            check(same(run_softmax(row, 1, n, 1), result), "softmax of a row does not depend on the shape",
                  outer, n, inner);
            check(same(run_backward(column(g, n, inner, o, i), result, 1, n, 1), column(dx, n, inner, o, i)),
                  "softmax's gradient does not depend on the shape", outer, n, inner);
            const auto right = softmax_reference(row);
            bool close = true;
            for (int j = 0; j < n; ++j)
              close = close && std::abs(result[j] - right[j]) <= 4e-7 * right[j] + 1e-44;
            check(close, "softmax agrees with float64", outer, n, inner);
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

void softmax_streams() {
  for (int columns : {1, 2, 5, 64})
    for (int n : {16, 48, 100, 1000}) {
      const auto x = random_floats(static_cast<std::size_t>(n) * columns), g = random_floats(x.size());
      const auto whole = run_softmax(x, 1, n, columns), whole_grad = run_backward(g, whole, 1, n, columns);
      std::vector<float> y = x, dx = g, saved = whole;
      for (auto* values : {&y, &dx, &saved}) values->resize(x.size() + kSlack);
      SoftmaxStream stream;
      for (int pass = 0; pass < 3; ++pass)
        for (int j = 0; j < n; j += 32)
          stream.forward(pass, y.data() + j * columns, std::min(32, n - j), columns);
      stream.begin();
      for (int pass = 0; pass < 2; ++pass)
        for (int j = 0; j < n; j += 32)
          stream.backward(pass, dx.data() + j * columns, saved.data() + j * columns, std::min(32, n - j),
                          columns);
      y.resize(x.size());
      dx.resize(x.size());
      check(same(y, whole), "softmax in chunks has the bits of softmax at once", n, columns);
      check(same(dx, whole_grad), "its gradient too", n, columns);
    }
}

}  // namespace

int main() {
  elementwise_kernels();
  softmax_shapes();
  softmax_specials();
  softmax_streams();
  std::printf("Native kernels under sanitizers:\n%d passed, %d failed\n", checks - failures, failures);
  return failures > 0;
}
