// Activations of two arrays: GLU, whose input is two halves, and PReLU, whose slope is a tensor.
#pragma once

#include <cstring>

#include "loops.hpp"
#include "rowwise.hpp"

namespace torchlet {

/** Stores the first `count` lanes. */
TORCHLET_INLINE void store_first(const Lanes<1>& lanes, float* to, int count) {
  store_lanes(to, lanes.vectors[0], first_lanes(count));
}

/** a * sigmoid(b), where a and b are the halves of the input along a dimension. */
struct GLU {
  static constexpr Parameter parameters[] = {{.name = "dim", .type = "dim", .value = -1}};
  static constexpr Spec spec{
      .module = "GLU",
      .functional = "glu",
      .grad_fn = "GluBackward0",
      .kernel = "glu_cpu",
      .family = "row-wise",
      .formula = R"(\operatorname{GLU}(a, b) = a \, \sigma(b))",
      .derivative =
          R"(\frac{\partial y}{\partial a} = \sigma(b) \quad \frac{\partial y}{\partial b} = a \, \sigma(b) \, (1 - \sigma(b)))",
      .parameters = parameters,
      .ulp = 4,
  };
};

/** x [outer, 2, half] to out [outer, half], in three passes, of which one is sigmoid's loop. One vector
 * behind either may be read, and is written back as it was. */
inline void glu(const float* x, float* out, int outer, int half) {
  for (int o = 0; o < outer; ++o)
    std::memcpy(out + o * half, x + (2 * o + 1) * half, static_cast<std::size_t>(half) * sizeof(float));
  over(outer * half, out, nullptr, out, [](const float* a, const float*, float* to, int count) {
    forward_loop<Sigmoid>(a, to, count, nullptr);
  });
  for (int o = 0; o < outer; ++o, x += 2 * half, out += half)
    for (int i = 0; i < half; i += kWidth)
      store_first(Lanes<1>::load(x + i) * Lanes<1>::load(out + i), out + i, std::min(kWidth, half - i));
}

/** The gradient of the input x [outer, 2, half], from that of the result [outer, half]; `to` may be x. */
inline void glu_backward(const float* grad, const float* x, float* to, int outer, int half) {
  const Logistic logistic;
  const Constant zero(0.0f);
  for (int o = 0; o < outer; ++o, x += 2 * half, to += 2 * half, grad += half)
    for (int i = 0; i < half; i += kWidth) {
      const auto g = Lanes<1>::load(grad + i), a = Lanes<1>::load(x + i), b = Lanes<1>::load(x + half + i);
      const auto share = logistic(b);
      const int count = std::min(kWidth, half - i);
      store_first(g * share, to + i, count);
      const auto slope = share * logistic(zero - b);  // 1 - sigmoid(b) = sigmoid(-b)
      store_first((slope * g) * a, to + half + i, count);
    }
}

/** x > 0 ? x : weight * x, with a learnable weight: one, or one for each channel. Exact: PyTorch's bits. */
struct PReLU {
  static constexpr Parameter parameters[] = {
      {.name = "weight", .type = "float", .value = 0.25, .minimum = -0.5, .maximum = 1, .step = 0.01}};
  static constexpr Spec spec{
      .module = "PReLU",
      .functional = "prelu",
      .grad_fn = "PreluKernelBackward0",
      .kernel = "prelu_cpu",
      .family = "rectifier",
      .formula =
          R"(\operatorname{PReLU}(x) = \begin{cases} x & x > 0 \\ \mathtt{weight} \cdot x & x \le 0 \end{cases})",
      .derivative = R"(\begin{cases} 1 & x > 0 \\ \mathtt{weight} & x \le 0 \end{cases})",
      .in_torch = true,
      .in_tensor = true,
      .parameters = parameters,
      .kinks = kKinkAtZero,
      .ulp = 0.5,
  };
};

/** With each element's own weight; in whole blocks, as Forward. */
inline void prelu(const float* x, const float* weight, float* y, int count) {
  const Constant zero(0.0f);
  for (int i = 0; i < count; i += Quad::kCount) {
    const auto at = Quad::load(x + i);
    select(at > zero, at, at * Quad::load(weight + i)).store(y + i);
  }
}

/** The gradient of x goes to `to`, and weight becomes what each element adds to that of its weight. In whole
 * vectors. */
inline void prelu_backward(const float* grad, const float* x, float* weight, float* to, int count) {
  const Constant zero(0.0f);
  for (int i = 0; i < count; i += kWidth) {
    const auto g = Lanes<1>::load(grad + i), at = Lanes<1>::load(x + i), w = Lanes<1>::load(weight + i);
    const int left = std::min(kWidth, count - i);
    store_first(select(at > zero, g, g * w), to + i, left);
    store_first(select(at > zero, zero, g * at), weight + i, left);
  }
}

// The same in float64, one element at a time: of PReLU's x and its weight, of GLU's halves a and b.

inline double prelu_double(double x, double weight, double) { return x > 0 ? x : weight * x; }
inline double prelu_slope_double(double x, double weight, double grad) {
  return x > 0 ? grad : weight * grad;
}
/** What an element adds to the gradient of its weight. */
inline double prelu_weight_slope_double(double x, double, double grad) { return x > 0 ? 0 : grad * x; }
/** glu, and, of the gradient in place of a, the gradient of a. */
inline double glu_double(double a, double b, double) { return a * Sigmoid::forward_double(b, nullptr); }
inline double glu_gate_slope_double(double a, double b, double grad) {
  const double gate = Sigmoid::forward_double(b, nullptr);
  return grad * a * (1 - gate) * gate;
}

/** By their numbers in web/core/kernels/pair_doubles.js. */
inline constexpr double (*kPairDoubles[])(double, double, double) = {
    prelu_double, prelu_slope_double, prelu_weight_slope_double, glu_double, glu_gate_slope_double};

/** The gradient of a single weight: the sum of grad * x where x is not above 0. One float64 a lane, so that
 * it is the same wherever an array is cut into multiples of a vector. */
class WeightSum {
 public:
  void begin() { sums_ = to_double(Lanes<1>::load(zeros)); }
  void add(const float* grad, const float* x, int count) {
    const Constant zero(0.0f);
    for (int i = 0; i < count; i += kWidth) {
      const auto g = Lanes<1>::load(grad + i), at = Lanes<1>::load(x + i);
      sums_ = sums_ + to_double(select(at > zero, zero, g * at));
    }
  }
  double total() const {
    const Doubles sums = sums_.vectors[0];
    return (sums.low[0] + sums.low[1]) + (sums.high[0] + sums.high[1]);
  }

 private:
  static constexpr float zeros[kWidth] = {};
  DoubleLanes<1> sums_{};
};

}  // namespace torchlet
