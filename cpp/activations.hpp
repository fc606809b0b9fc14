// Every element-wise activation, and the list of them: facts, forward and backward, one struct each. One
// file, however long: whoever adds an activation opens this one and no other.
#pragma once

#include <cmath>
#include <limits>
#include <numbers>

#include "activation.hpp"
#include "simd/math.hpp"

namespace torchlet {

inline constexpr std::string_view kKinkAtZero[] = {"0"};
inline constexpr std::string_view kKinksAtThree[] = {"-3", "3"};
inline constexpr std::string_view kFromZeroToOne[] = {"y=0", "y=1"};
inline constexpr std::string_view kFromMinusOneToOne[] = {"y=-1", "y=1"};
inline constexpr std::string_view kFromZeroToLine[] = {"y=0", "y=x"};
inline constexpr std::string_view kTowardsLine[] = {"y=x"};

/** x between two bounds; nan where one of the three is. */
inline double clamped(double x, double low, double high) {
  if (low != low || high != high) return low + high;
  return x < low ? low : x > high ? high : x;
}

/** A parameter as the kernels take it. */
inline float single(double value) { return static_cast<float>(value); }

// Rectifiers: lines with kinks. Exact: PyTorch's bits.

/** max(0, x). NaN and -0 pass through; the slope at 0 is 0, as PyTorch has it. */
struct ReLU {
  static constexpr Spec spec{
      .module = "ReLU",
      .functional = "relu",
      .grad_fn = "ReluBackward0",
      .kernel = "relu",
      .family = "rectifier",
      .formula = R"(\operatorname{ReLU}(x) = \max(0, x))",
      .derivative = R"(\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases})",
      .saves = Saves::kResult,
      .has_inplace = true,
      .has_underscore = true,
      .in_torch = true,
      .in_tensor = true,
      .inplace_saves = Saves::kResult,
      .kinks = kKinkAtZero,
  };

  static double forward_double(double x, [[maybe_unused]] const double* values) { return x < 0 ? 0 : x; }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return x <= 0 ? 0 : grad;
  }
  explicit ReLU(const double*) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return at_least(x, zero);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& result) const {
    return select(result <= zero, zero, grad);
  }

 private:
  Constant zero{0.0f};
};

/** min(max(x, low), high), of which Hardtanh and ReLU6 are made. The slope at both ends is 0; a NaN that
 * comes as x or as an end passes through. */
class Clamp {
 public:
  TORCHLET_INLINE Clamp(float low, float high)
      : low_(low), high_(high), nothing_(std::isnan(low) || std::isnan(high) ? low + high : -0.0f) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return at_most(at_least(x, low_), high_) + nothing_;
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    return select(x <= low_, zero_, select(x >= high_, zero_, grad));
  }

 private:
  Constant low_, high_, nothing_;
  Constant zero_{0.0f};
};

/** min(max(0, x), 6). */
struct ReLU6 : Clamp {
  static constexpr std::string_view kinks[] = {"0", "6"};
  static constexpr Spec spec{
      .module = "ReLU6",
      .functional = "relu6",
      .grad_fn = "HardtanhBackward0",
      .kernel = "hardtanh_cpu",
      .family = "rectifier",
      .formula = R"(\operatorname{ReLU6}(x) = \min(\max(0, x), 6))",
      .derivative = R"(\begin{cases} 1 & 0 < x < 6 \\ 0 & \text{otherwise} \end{cases})",
      .has_inplace = true,
      .kinks = kinks,
  };

  static double forward_double(double x, [[maybe_unused]] const double* values) { return clamped(x, 0, 6); }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return x <= 0 || x >= 6 ? 0 : grad;
  }
  explicit ReLU6(const double*) : Clamp(0.0f, 6.0f) {}
};

/** x > 0 ? x : slope * x, of which LeakyReLU, RReLU and PReLU are made: one rounding, the same as PyTorch's.
 * The slope at 0 is `slope`. The result has the sign of x where the slope is not negative, so it serves the
 * backward pass as well as x. */
class Leak {
 public:
  TORCHLET_INLINE explicit Leak(float slope) : slope_(slope) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return select(x > zero_, x, x * slope_);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    return select(x > zero_, grad, grad * slope_);
  }

 private:
  Constant slope_;
  Constant zero_{0.0f};
};

/** A Leak with 0 < slope <= 1, where it is max(x, slope * x), in fewer operations and with the same bits.
 * (With the slope 0 it is not: 0 * -inf is NaN.) */
template <class A>
class GentleLeak {
 public:
  TORCHLET_INLINE explicit GentleLeak(const double* values) : slope_(A::slope(values)) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return at_least(x, x * slope_);
  }

 private:
  Constant slope_;
};

/** Whether a slope is gentle: see above. */
inline bool is_gentle(float slope) { return slope > 0 && slope <= 1; }

/** x > 0 ? x : negative_slope * x. */
struct LeakyReLU : Leak {
  static constexpr Parameter parameters[] = {{.name = "negative_slope",
                                              .type = "float",
                                              .value = 0.01,
                                              .minimum = -0.5,
                                              .maximum = 1,
                                              .step = 0.01}};
  static constexpr Spec spec{
      .module = "LeakyReLU",
      .functional = "leaky_relu",
      .grad_fn = "LeakyReluBackward0",
      .kernel = "leaky_relu_cpu",
      .family = "rectifier",
      .formula =
          R"(\operatorname{LeakyReLU}(x) = \begin{cases} x & x > 0 \\ \mathtt{negative\_slope} \cdot x & x \le 0 \end{cases})",
      .derivative = R"(\begin{cases} 1 & x > 0 \\ \mathtt{negative\_slope} & x \le 0 \end{cases})",
      .has_inplace = true,
      .has_underscore = true,
      .inplace_saves = Saves::kResult,
      .parameters = parameters,
      .kinks = kKinkAtZero,
      .ulp = 0.5,
  };

  using Special = GentleLeak<LeakyReLU>;
  static bool is_special(const double* values) { return is_gentle(slope(values)); }
  static float slope(const double* values) { return single(values[0]); }
  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return x > 0 ? x : x * values[0];
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return x > 0 ? grad : grad * values[0];
  }
  explicit LeakyReLU(const double* values) : Leak(slope(values)) {}
};

/** Leaky ReLU with the slope (lower + upper) / 2: what RReLU is in evaluation. In training each element draws
 * its own slope: see web/torch/activations/rrelu.js. */
struct RReLU : Leak {
  static constexpr Parameter parameters[] = {
      {.name = "lower", .type = "float", .value = 1.0 / 8, .minimum = -0.5, .maximum = 1, .step = 0.005},
      {.name = "upper", .type = "float", .value = 1.0 / 3, .minimum = -0.5, .maximum = 1, .step = 0.005}};
  static constexpr Spec spec{
      .module = "RReLU",
      .functional = "rrelu",
      .grad_fn = "RreluWithNoiseBackward0",
      .kernel = "leaky_relu_cpu",
      .family = "rectifier",
      .formula =
          R"(\operatorname{RReLU}(x) = \begin{cases} x & x > 0 \\ a x & x \le 0 \end{cases} \quad a = \tfrac{1}{2} (\mathtt{lower} + \mathtt{upper}))",
      .derivative = R"(\begin{cases} 1 & x > 0 \\ a & x \le 0 \end{cases})",
      .has_inplace = true,
      .has_underscore = true,
      .in_torch = true,
      .inplace_saves = Saves::kResult,
      .parameters = parameters,
      .kinks = kKinkAtZero,
      .ulp = 0.5,
  };

  using Special = GentleLeak<RReLU>;
  static bool is_special(const double* values) { return is_gentle(slope(values)); }
  static float slope(const double* values) { return single((values[0] + values[1]) / 2); }
  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return x > 0 ? x : x * ((values[0] + values[1]) / 2);
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return x > 0 ? grad : grad * ((values[0] + values[1]) / 2);
  }
  explicit RReLU(const double* values) : Leak(slope(values)) {}
};

/** min(max(x, min_val), max_val). */
struct Hardtanh : Clamp {
  static constexpr Parameter parameters[] = {
      {.name = "min_val", .type = "float", .value = -1, .minimum = -5, .maximum = 0, .step = 0.1},
      {.name = "max_val", .type = "float", .value = 1, .minimum = 0, .maximum = 5, .step = 0.1}};
  static constexpr std::string_view kinks[] = {"min_val", "max_val"};
  static constexpr Spec spec{
      .module = "Hardtanh",
      .functional = "hardtanh",
      .grad_fn = "HardtanhBackward0",
      .kernel = "hardtanh_cpu",
      .family = "rectifier",
      .formula = R"(\operatorname{Hardtanh}(x) = \min(\max(x, \mathtt{min\_val}), \mathtt{max\_val}))",
      .derivative =
          R"(\begin{cases} 1 & \mathtt{min\_val} < x < \mathtt{max\_val} \\ 0 & \text{otherwise} \end{cases})",
      .has_inplace = true,
      .has_underscore = true,
      .parameters = parameters,
      .kinks = kinks,
  };

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return clamped(x, values[0], values[1]);
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return x <= values[0] || x >= values[1] ? 0 : grad;
  }
  explicit Hardtanh(const double* values) : Clamp(single(values[0]), single(values[1])) {}
};

/** x > threshold ? x : value. The slope at the threshold is 0. */
struct Threshold {
  static constexpr Parameter parameters[] = {{.name = "threshold",
                                              .type = "float",
                                              .value = 0.1,
                                              .minimum = -5,
                                              .maximum = 5,
                                              .step = 0.1,
                                              .required = true},
                                             {.name = "value",
                                              .type = "float",
                                              .value = 20,
                                              .minimum = -20,
                                              .maximum = 20,
                                              .step = 0.5,
                                              .required = true}};
  static constexpr std::string_view kinks[] = {"threshold"};
  static constexpr Spec spec{
      .module = "Threshold",
      .functional = "threshold",
      .grad_fn = "ThresholdBackward0",
      .kernel = "threshold_cpu",
      .family = "rectifier",
      .formula =
          R"(\operatorname{Threshold}(x) = \begin{cases} x & x > \mathtt{threshold} \\ \mathtt{value} & x \le \mathtt{threshold} \end{cases})",
      .derivative = R"(\begin{cases} 1 & x > \mathtt{threshold} \\ 0 & x \le \mathtt{threshold} \end{cases})",
      .has_inplace = true,
      .has_underscore = true,
      .in_torch = true,
      .inplace_saves = Saves::kResult,
      .parameters = parameters,
      .kinks = kinks,
  };

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return x <= values[0] ? values[1] : x;
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return x <= values[0] ? 0 : grad;
  }
  explicit Threshold(const double* values) : threshold(single(values[0])), value(single(values[1])) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return select(x <= threshold, value, x);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    return select(x <= threshold, zero, grad);
  }

 private:
  Constant threshold, value;
  Constant zero{0.0f};
};

// Sigmoids: between two bounds.

/** 1 / (1 + e^-x). Error: see Logistic; PyTorch's gives 0 below -88.7, this one the true subnormals. */
struct Sigmoid {
  static constexpr Spec spec{
      .module = "Sigmoid",
      .functional = "sigmoid",
      .grad_fn = "SigmoidBackward0",
      .kernel = "sigmoid_cpu",
      .family = "sigmoid",
      .formula = R"(\operatorname{Sigmoid}(x) = \sigma(x) = \frac{1}{1 + e^{-x}})",
      .derivative = R"(\sigma(x) \, (1 - \sigma(x)))",
      .saves = Saves::kResult,
      .in_torch = true,
      .in_tensor = true,
      .inplace_saves = Saves::kResult,
      .calls = "sigmoid",
      .asymptotes = kFromZeroToOne,
      .ulp = 2.5,
  };

  static constexpr int kUnroll = 4;

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return 1 / (1 + std::exp(-x));
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return grad * ((1 - x) * x);
  }
  explicit Sigmoid(const double*) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return logistic(x);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& result) const {
    return (grad * (one - result)) * result;  // PyTorch's order, so PyTorch's bits for the same result
  }

 private:
  Logistic logistic;
  Constant one{1.0f};
};

/** log(1 / (1 + e^-x)) = min(0, x) - log(1 + e^-|x|). Like PyTorch's it is +0 where the result vanishes. */
struct LogSigmoid {
  static constexpr Spec spec{
      .module = "LogSigmoid",
      .functional = "logsigmoid",
      .grad_fn = "LogSigmoidBackward0",
      .kernel = "log_sigmoid_cpu",
      .family = "sigmoid",
      .formula = R"(\operatorname{LogSigmoid}(x) = \log\left(\frac{1}{1 + e^{-x}}\right))",
      .derivative = R"(\sigma(-x) = \frac{1}{1 + e^{x}})",
      .asymptotes = kFromZeroToLine,
      .ulp = 1.3,
  };

  static constexpr int kUnroll = 4;

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return std::min(0.0, x) - std::log1p(std::exp(-std::fabs(x)));
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    const double z = std::exp(-std::fabs(x));
    return grad * (x < 0 ? 1 - z / (1 + z) : z / (1 + z));
  }
  explicit LogSigmoid(const double*) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return to_float(to_double(at_most(x, zero)) - rest(x)) + zero;
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    return grad * logistic(zero - x);
  }

 private:
  LogOnePlusExp rest;
  Logistic logistic;
  Constant zero{0.0f};
};

/** min(max(x + 3, 0), 6) / 6. The slope at -3 and 3 is 0. */
struct Hardsigmoid {
  static constexpr Spec spec{
      .module = "Hardsigmoid",
      .functional = "hardsigmoid",
      .grad_fn = "HardsigmoidBackward0",
      .kernel = "hardsigmoid_cpu",
      .family = "sigmoid",
      .formula = R"(\operatorname{Hardsigmoid}(x) = \frac{\min(\max(x + 3, 0), 6)}{6})",
      .derivative = R"(\begin{cases} \tfrac{1}{6} & -3 < x < 3 \\ 0 & \text{otherwise} \end{cases})",
      .has_inplace = true,
      .kinks = kKinksAtThree,
      .ulp = 2,
  };

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return clamped(x + 3, 0, 6) / 6;
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return x > -3 && x < 3 ? grad / 6 : 0;
  }
  explicit Hardsigmoid(const double*) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return at_most(at_least(x + three, zero), six) / six;
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    return select(abs(x) < three, grad * sixth, zero);
  }

 private:
  Constant zero{0.0f}, three{3.0f}, six{6.0f}, sixth{1.0f / 6};
};

/** (e^x - e^-x) / (e^x + e^-x). Error: see HyperbolicTangent. */
struct Tanh {
  static constexpr Spec spec{
      .module = "Tanh",
      .functional = "tanh",
      .grad_fn = "TanhBackward0",
      .kernel = "tanh_cpu",
      .family = "sigmoid",
      .formula = R"(\operatorname{Tanh}(x) = \tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}})",
      .derivative = R"(1 - \tanh^2(x))",
      .saves = Saves::kResult,
      .in_torch = true,
      .in_tensor = true,
      .inplace_saves = Saves::kResult,
      .calls = "tanh",
      .asymptotes = kFromMinusOneToOne,
      .ulp = 0.6,
  };

  static double forward_double(double x, [[maybe_unused]] const double* values) { return std::tanh(x); }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return grad * (1 - x * x);
  }
  explicit Tanh(const double*) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return tangent(x);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& result) const {
    const auto y = to_double(result);
    return grad * to_float(y * y * minus + one);  // rounded once, as PyTorch's fused step
  }

 private:
  HyperbolicTangent tangent;
  DoubleConstant minus{-1}, one{1};
};

/** x / (1 + |x|). NaN at the infinities, as PyTorch has it. */
struct Softsign {
  static constexpr Spec spec{
      .module = "Softsign",
      .functional = "softsign",
      .grad_fn = "DivBackward0",
      .kernel = "softsign_cpu",
      .family = "sigmoid",
      .formula = R"(\operatorname{Softsign}(x) = \frac{x}{1 + |x|})",
      .derivative = R"(\frac{1}{(1 + |x|)^2})",
      .calls = "abs",
      .asymptotes = kFromMinusOneToOne,
      .ulp = 2,
  };

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return x / (1 + std::fabs(x));
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    const double d = 1 + std::fabs(x);
    return grad / d / d + (x - x);
  }
  explicit Softsign(const double*) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return x / (abs(x) + one);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    const auto denominator = abs(x) + one;
    return (grad / denominator) / denominator + (x - x);  // x - x: NaN at the infinities
  }

 private:
  Constant one{1.0f};
};

// Smooth relatives of the rectifier.

/** x / (1 + e^-x). Right to the last subnormal; PyTorch's gives 0 below -88.7. NaN at -inf, as PyTorch has
 * it. */
struct SiLU {
  static constexpr Spec spec{
      .module = "SiLU",
      .functional = "silu",
      .grad_fn = "SiluBackward0",
      .kernel = "silu_cpu",
      .family = "smooth",
      .formula = R"(\operatorname{SiLU}(x) = x \, \sigma(x) = \frac{x}{1 + e^{-x}})",
      .derivative = R"(\sigma(x) \, (1 + x \, (1 - \sigma(x))))",
      .has_inplace = true,
      .asymptotes = kFromZeroToLine,
      .ulp = 3.6,
  };

  static constexpr int kUnroll = 4;

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return x / (1 + std::exp(-x));
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    const double s = 1 / (1 + std::exp(-x));
    return grad * s * (1 + x * (1 - s));
  }
  explicit SiLU(const double*) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    const auto e = lowered(at_least(x, infinite), lowered_magic).value();
    return select(x > linear, x, (x / (e + low)) * low);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    const auto bounded = at_most(x, highest);
    const auto e = raised(bounded);
    const auto share = one / (e + one);                                    // 1 - sigma
    return grad * ((e / (e + one)) * (bounded * share + unit) + (x - x));  // x - x: NaN at the infinities
  }

 private:
  // e^-x lowered by 2^-40 reaches x = -116, where it becomes infinite by design: x / inf is then 0, and -inf
  // / inf NaN.
  ExpOfMinus lowered;
  Constant lowered_magic{Exp::kMagic + 127.0f - 40.0f};
  Constant infinite{-116.449f};  // n = 168: the pattern of infinity
  Constant low{0x1p-40f};
  Constant linear{18.0f};  // from there on the result rounds to x
  RaisedExp raised;
  Constant one{RaisedExp::kOne}, unit{1.0f};
  Constant highest{50.0f};  // the slope is 1 long before
};

/** x tanh(log(1 + e^x)) = x n / (n + 2) with n = e^x (e^x + 2), in float64 but for the exponential: so its
 * error, which n may double, is nearly all, and the result is right to the last subnormal. NaN at -inf, as
 * PyTorch has it. */
struct Mish {
  static constexpr Spec spec{
      .module = "Mish",
      .functional = "mish",
      .grad_fn = "MishBackward0",
      .kernel = "mish_cpu",
      .family = "smooth",
      .formula = R"(\operatorname{Mish}(x) = x \tanh(\log(1 + e^{x})))",
      .derivative = R"(\tanh(s) + x \, \sigma(x) \, (1 - \tanh^2(s)) \quad s = \log(1 + e^{x}))",
      .has_inplace = true,
      .asymptotes = kFromZeroToLine,
      .ulp = 1.2,
  };

  static constexpr int kUnroll = 4;

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return x * std::tanh(std::log1p(std::exp(x)));
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    const double s = 1 / (1 + std::exp(-x)), t = std::tanh(std::log1p(std::exp(x)));
    return grad * (t + x * s * (1 - t * t));
  }
  explicit Mish(const double*) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    const auto e = exp_.unrounded(x);
    const auto n = (e + exact_two) * e;
    return select(x > linear, x, to_float((to_double(x) * n) / (n + exact_square)));
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    const auto bounded = at_most(x, highest);
    const auto e = exp_(bounded);
    const auto n = e * (e + two);
    const auto whole = n + square;
    const auto bend =
        ((bounded * (e + e)) * ((e + one) / whole)) * (square / whole);  // 4 x e (e + 1) / (n + 2)^2
    return grad * ((n / whole + bend) + (x - x));                        // x - x: NaN at the infinities
  }

 private:
  RaisedExp exp_;
  Constant one{RaisedExp::kOne}, two{2 * RaisedExp::kOne};
  Constant square{2 * RaisedExp::kOne * RaisedExp::kOne};
  DoubleConstant exact_two{2 * RaisedExp::kOne}, exact_square{2 * RaisedExp::kOne * RaisedExp::kOne};
  Constant linear{10.0f};   // from there on the result rounds to x
  Constant highest{12.0f};  // the slope is 1 from there on
};

/** x min(max(x + 3, 0), 6) / 6. NaN at -inf, as PyTorch has it. */
struct Hardswish {
  static constexpr Spec spec{
      .module = "Hardswish",
      .functional = "hardswish",
      .grad_fn = "HardswishBackward0",
      .kernel = "hardswish_cpu",
      .family = "smooth",
      .formula = R"(\operatorname{Hardswish}(x) = x \, \frac{\min(\max(x + 3, 0), 6)}{6})",
      .derivative =
          R"(\begin{cases} 0 & x \le -3 \\ \tfrac{x}{3} + \tfrac{1}{2} & -3 < x < 3 \\ 1 & x \ge 3 \end{cases})",
      .has_inplace = true,
      .kinks = kKinksAtThree,
      .ulp = 2,
  };

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return x * clamped(x + 3, 0, 6) / 6;
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return x <= -3 ? 0 : x < 3 ? grad * (x / 3 + 0.5) : grad;
  }
  explicit Hardswish(const double*) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return x * (at_most(at_least(x + three, zero), six) / six);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    return select(x <= minus_three, zero, select(x < three, grad * (x / three + half), grad));
  }

 private:
  Constant zero{0.0f}, half{0.5f}, three{3.0f}, minus_three{-3.0f}, six{6.0f};
};

/** x >= 0 ? scale * x : factor * (e^(x / width) - 1), of which ELU, CELU and SELU are made: with scale and
 * width 1 where kUnit, with width 1 where kScaled. */
template <Growth kGrowth>
class Exponentials {
 public:
  static constexpr int kUnroll = kGrowth == Growth::kGrowing ? 2 : 4;

  // With a negative width, x / width is positive and its exponential may be large.
  TORCHLET_INLINE explicit Exponentials(float scale = 1, double factor = 1, float per_width = 1)
      : scale_(scale),
        factor_(single(factor)),
        per_width_(per_width),
        slope_(single(per_width * factor)),
        expm1_(kGrowth == Growth::kUnit ? 1 : factor, per_width < 0) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    if constexpr (kGrowth == Growth::kUnit)
      return select(x < zero_, expm1_(x) * factor_, x);
    else
      return select(x < zero_, expm1_(narrowed(x)), x * scale_);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    return select(x <= zero_, (grad * slope_) * exp_(narrowed(x)), grad * scale_);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward_from_result(const Lanes<U>& grad, const Lanes<U>& result) const {
    return select(result <= zero_, (grad * per_width_) * (result + factor_), grad * scale_);
  }

  static double grown(double x, double scale, double factor, double per_width) {
    return x < 0 ? std::expm1(x * per_width) * factor : x * scale;
  }
  static double growth(double grad, double x, double scale, double factor, double per_width) {
    return x <= 0 ? grad * per_width * factor * std::exp(x * per_width) : grad * scale;
  }
  static double growth_from_result(double grad, double result, double scale, double factor,
                                   double per_width) {
    return result <= 0 ? grad * per_width * (result + factor) : grad * scale;
  }

 private:
  template <int U>
  TORCHLET_INLINE Lanes<U> narrowed(const Lanes<U>& x) const {
    if constexpr (kGrowth == Growth::kGrowing)
      return x * per_width_;
    else
      return x;
  }

  Constant scale_, factor_, per_width_, slope_;
  ExpMinusOne<kGrowth> expm1_;
  Exponential exp_;
  Constant zero_{0.0f};
};

/** x > 0 ? x : alpha * (e^x - 1). The slope at 0 is alpha. */
struct ELU : Exponentials<Growth::kUnit> {
  static constexpr Parameter parameters[] = {
      {.name = "alpha", .type = "float", .value = 1, .minimum = 0, .maximum = 3, .step = 0.05}};
  static constexpr Spec spec{
      .module = "ELU",
      .functional = "elu",
      .grad_fn = "EluBackward0",
      .kernel = "elu_cpu",
      .family = "smooth",
      .formula =
          R"(\operatorname{ELU}(x) = \begin{cases} x & x > 0 \\ \mathtt{alpha} \, (e^{x} - 1) & x \le 0 \end{cases})",
      .derivative = R"(\begin{cases} 1 & x > 0 \\ \mathtt{alpha} \, e^{x} & x \le 0 \end{cases})",
      .has_inplace = true,
      .has_underscore = true,
      .inplace_saves = Saves::kResult,
      .parameters = parameters,
      .kinks = kKinkAtZero,
      .ulp = 1.6,
  };

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return grown(x, 1, values[0], 1);
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return growth(grad, x, 1, values[0], 1);
  }
  static double backward_from_result_double(double grad, double result,
                                            [[maybe_unused]] const double* values) {
    return growth_from_result(grad, result, 1, values[0], 1);
  }
  explicit ELU(const double* values) : Exponentials(1, single(values[0])) {}
};

/** max(0, x) + min(0, alpha * (e^(x / alpha) - 1)): its slope at 0 is 1 for every alpha. */
struct CELU : Exponentials<Growth::kGrowing> {
  using Special = ELU;
  static bool is_special(const double* values) {
    return values[0] == 1;
  }  // the same function, a fifth faster there
  static constexpr Parameter parameters[] = {
      {.name = "alpha", .type = "float", .value = 1, .minimum = 0.1, .maximum = 3, .step = 0.05}};
  static constexpr Spec spec{
      .module = "CELU",
      .functional = "celu",
      .grad_fn = "CeluBackward0",
      .kernel = "elu_cpu",
      .family = "smooth",
      .formula =
          R"(\operatorname{CELU}(x) = \max(0, x) + \min(0, \mathtt{alpha} \, (e^{x / \mathtt{alpha}} - 1)))",
      .derivative = R"(\begin{cases} 1 & x > 0 \\ e^{x / \mathtt{alpha}} & x \le 0 \end{cases})",
      .has_inplace = true,
      .has_underscore = true,
      .in_torch = true,
      .inplace_saves = Saves::kResult,
      .parameters = parameters,
      .ulp = 1.6,
  };

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return grown(x, 1, values[0], 1 / values[0]);
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return growth(grad, x, 1, values[0], 1 / values[0]);
  }
  static double backward_from_result_double(double grad, double result,
                                            [[maybe_unused]] const double* values) {
    return growth_from_result(grad, result, 1, values[0], 1 / values[0]);
  }
  explicit CELU(const double* values) : Exponentials(1.0f, single(values[0]), single(1.0 / values[0])) {}
};

/** scale * (x > 0 ? x : alpha * (e^x - 1)) with the constants of Klambauer et al. (2017), which keep mean and
 * variance. */
struct SELU : Exponentials<Growth::kScaled> {
  static constexpr Spec spec{
      .module = "SELU",
      .functional = "selu",
      .grad_fn = "EluBackward0",
      .kernel = "elu_cpu",
      .family = "smooth",
      .formula =
          R"(\operatorname{SELU}(x) = 1.0507 \begin{cases} x & x > 0 \\ 1.6733 \, (e^{x} - 1) & x \le 0 \end{cases})",
      .derivative = R"(\begin{cases} 1.0507 & x > 0 \\ 1.7581 \, e^{x} & x \le 0 \end{cases})",
      .has_inplace = true,
      .has_underscore = true,
      .in_torch = true,
      .inplace_saves = Saves::kResult,
      .kinks = kKinkAtZero,
      .ulp = 1.6,
  };

  static constexpr double kAlpha = 1.6732632423543772848170429916717;
  static constexpr double kScale = 1.0507009873554804934193349852946;
  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return grown(x, kScale, kAlpha * kScale, 1);
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return growth(grad, x, kScale, kAlpha * kScale, 1);
  }
  static double backward_from_result_double(double grad, double result,
                                            [[maybe_unused]] const double* values) {
    return growth_from_result(grad, result, kScale, kAlpha * kScale, 1);
  }
  explicit SELU(const double*) : Exponentials(single(kScale), kAlpha * kScale) {}
};

inline constexpr std::string_view kApproximations[] = {"none", "tanh"};

/** x Phi(x), with the normal distribution's Phi: x - t above 0 and -t below, t = |x| Phi(-|x|). Right to the
 * last subnormal, where PyTorch's loses all digits below -4. NaN at -inf as PyTorch has it, inf at inf.
 * Error: see NormalTail. */
struct GELU {
  static constexpr Parameter parameters[] = {
      {.name = "approximate", .type = "choice", .choices = kApproximations}};
  static constexpr Spec spec{
      .module = "GELU",
      .functional = "gelu",
      .grad_fn = "GeluBackward0",
      .kernel = "GeluKernelImpl",
      .family = "smooth",
      .formula =
          R"(\operatorname{GELU}(x) = x \, \Phi(x) = \frac{x}{2} \left(1 + \operatorname{erf}\left(\frac{x}{\sqrt{2}}\right)\right))",
      .derivative = R"(\Phi(x) + x \, \varphi(x) \quad \varphi(x) = \frac{1}{\sqrt{2 \pi}} e^{-x^2 / 2})",
      .parameters = parameters,
      .asymptotes = kFromZeroToLine,
      .ulp = 8,
  };

  static constexpr int kUnroll = 4;

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return x * (std::erfc(-x * std::numbers::sqrt2 / 2) / 2);
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    const double share = std::erfc(-x * std::numbers::sqrt2 / 2) / 2;
    return grad * (share + x * std::exp(-x * x / 2) * std::numbers::inv_sqrtpi / std::numbers::sqrt2);
  }
  explicit GELU(const double*) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    const auto a = abs(at_most(x, highest));  // infinite for -inf alone, which times 0 is NaN
    const auto tail = tail_(a);
    const auto t = (a * tail.exponential) * tail.quotient;
    return at_least(x, minus_zero) - t;
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    const auto a = at_most(abs(x), highest);
    const auto tail = tail_(a);
    const auto t = tail.exponential * (tail.quotient - a * density);  // Phi(-a) - a phi(a)
    return grad * (select(x > zero, one - t, t) + (x - x));           // x - x: NaN at the infinities
  }

 private:
  NormalTail tail_;
  Constant zero{0.0f}, minus_zero{-0.0f}, one{1.0f}, highest{15.0f};
  Constant density{0x1p-25f * 0.3989422804f};  // 1 / sqrt(2 pi), lowered as the exponential is raised
};

/** x / 2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) = x sigma(v), v = 2 sqrt(2 / pi) (x + 0.044715 x^3): x +
 * t above 0 and t below, t = -|x| sigma(-|v|). Right to the last subnormal, where PyTorch's loses all digits
 * below -1. NaN at -inf as PyTorch has it. */
struct GELUTanh {
  static constexpr Spec spec{
      .module = "GELU",
      .functional = "gelu_tanh",
      .grad_fn = "GeluBackward0",
      .kernel = "GeluKernelImpl",
      .family = "smooth",
      .formula =
          R"(\operatorname{GELU}(x) = \frac{x}{2} (1 + \tanh(u)) \quad u = \sqrt{2 / \pi} \, (x + 0.044715 \, x^3))",
      .derivative = R"(\tfrac{1}{2} (1 + t) + \tfrac{x}{2} (1 - t^2) \, u' \quad t = \tanh(u))",
      .asymptotes = kFromZeroToLine,
      .ulp = 3.5,
      .variant = "tanh",
  };

  static constexpr int kUnroll = 4;

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    constexpr double beta = std::numbers::sqrt2 * std::numbers::inv_sqrtpi, kappa = 0.044715;
    return 0.5 * x * (1 + std::tanh(beta * (x + kappa * x * x * x)));
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    constexpr double beta = std::numbers::sqrt2 * std::numbers::inv_sqrtpi, kappa = 0.044715;
    const double t = std::tanh(beta * (x + kappa * x * x * x));
    return grad * (0.5 * (1 + t) + 0.5 * x * (1 - t * t) * beta * (1 + 3 * kappa * x * x));
  }
  explicit GELUTanh(const double*) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    const auto below =
        abs(at_most(x, identity)) * minus_one;  // infinite for -inf alone, which times 0 is NaN
    const auto e = exponential(at_least(below, lowest));
    const auto t = (below * e) / (e + one);
    return at_least(x, minus_zero) + t;
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    const auto bounded = at_least(at_most(x, identity), lowest);
    const auto e = exponential(bounded);
    const auto square = bounded * bounded;
    const auto slope = (bounded * (square * cubic_slope + linear_slope)) * (one / (e + one)) + unit;
    return grad * ((e / (e + one)) * slope + (x - x));  // x - x: NaN at the infinities
  }

 private:
  /** 2^31 e^v. v is formed in float64: what it errs by is the relative error of e^v. */
  template <int U>
  TORCHLET_INLINE Lanes<U> exponential(const Lanes<U>& x) const {
    const auto y = to_double(x);
    return exp_((y * y * cubic + linear) * y);
  }

  static constexpr double kLinear = 1.5957691216057307118;  // 2 sqrt(2 / pi)
  static constexpr double kCubic = kLinear * 0.044715;
  RaisedExp exp_;
  Constant one{RaisedExp::kOne}, unit{1.0f};
  DoubleConstant linear{kLinear * std::numbers::log2e}, cubic{kCubic * std::numbers::log2e};  // in octaves
  Constant linear_slope{single(kLinear)}, cubic_slope{single(3 * kCubic)};
  Constant minus_zero{-0.0f}, minus_one{-1.0f};
  Constant identity{8.0f};   // from there on the result rounds to x
  Constant lowest{-10.89f};  // there e^v is 0
};

/** log(1 + e^(beta x)) / beta, and x itself where beta x > threshold. */
struct Softplus {
  static constexpr Parameter parameters[] = {
      {.name = "beta", .type = "float", .value = 1, .minimum = 0.1, .maximum = 5, .step = 0.1},
      {.name = "threshold", .type = "float", .value = 20, .minimum = 0, .maximum = 40, .step = 1}};
  static constexpr Spec spec{
      .module = "Softplus",
      .functional = "softplus",
      .grad_fn = "SoftplusBackward0",
      .kernel = "softplus_cpu",
      .family = "smooth",
      .formula =
          R"(\operatorname{Softplus}(x) = \begin{cases} \frac{1}{\mathtt{beta}} \log(1 + e^{\mathtt{beta} \, x}) & \mathtt{beta} \, x \le \mathtt{threshold} \\ x & \text{otherwise} \end{cases})",
      .derivative = R"(\sigma(\mathtt{beta} \, x) = \frac{1}{1 + e^{-\mathtt{beta} \, x}})",
      .parameters = parameters,
      .asymptotes = kFromZeroToLine,
      .ulp = 1.3,
  };

  static constexpr int kUnroll = 4;

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return x * values[0] > values[1] ? x : std::log1p(std::exp(x * values[0])) / values[0];
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    const double z = std::exp(x * values[0]);
    return x * values[0] > values[1] ? grad : grad * z / (z + 1);
  }
  explicit Softplus(const double* values)
      : beta(single(values[0])), per_beta(1 / single(values[0])), threshold(single(values[1])) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    const auto u = x * beta;
    return select(u > threshold, x, to_float(to_double(at_least(u, zero)) + rest(u)) * per_beta);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    const auto u = x * beta;
    return select(u > threshold, grad, grad * logistic(u));
  }

 private:
  Constant beta, per_beta, threshold;
  LogOnePlusExp rest;
  Logistic logistic;
  Constant zero{0.0f};
};

/** (x + sqrt(x^2 + b)) / 2, JAX's: NaN at -inf, as jax.nn.squareplus has it.
 *
 *  Method: below 0, where the sum would cancel, (b / 4) / ((|x| + sqrt(x^2 + b)) / 2). */
struct Squareplus {
  static constexpr Parameter parameters[] = {
      {.name = "b", .type = "float", .value = 4, .minimum = 0, .maximum = 10, .step = 0.1}};
  static constexpr Spec spec{
      .module = "Squareplus",
      .functional = "squareplus",
      .grad_fn = "SquareplusBackward0",
      .kernel = "squareplus",
      .family = "smooth",
      .formula = R"(\operatorname{Squareplus}(x) = \frac{x + \sqrt{x^2 + \mathtt{b}}}{2})",
      .derivative = R"(\frac{1}{2} \left(1 + \frac{x}{\sqrt{x^2 + \mathtt{b}}}\right))",
      .parameters = parameters,
      .asymptotes = kFromZeroToLine,
      .ulp = 3,
      .origin = "jax",
  };

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    const double root = std::sqrt(x * x + values[0]);
    return x < 0 ? values[0] / (2 * (root - x)) + (x - x) : (x + root) / 2;
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return grad * (1 + x / std::sqrt(x * x + values[0])) / 2;
  }
  explicit Squareplus(const double* values) : quarter_b(single(values[0] / 4)) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    const auto a = abs(x) * half;
    const auto mean = a + root(a);
    return select(x >= zero, mean, quarter_b / mean + (x - x));  // x - x: NaN at -inf
  }
  /** (1 + x / sqrt(x^2 + b)) / 2; where that cancels, f(x) / sqrt(x^2 + b), which is the same. */
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    const auto low = x * half, a = abs(low), of = root(a);
    const auto slope = (low / of) * half + half;  // NaN at both infinities
    return grad * select(slope < quarter, ((quarter_b / (a + of)) * half) / of, slope);
  }

 private:
  /** sqrt(x^2 + b) / 2 from a = |x| / 2; a itself where its square would overflow or vanish. */
  template <int U>
  TORCHLET_INLINE Lanes<U> root(const Lanes<U>& a) const {
    const auto finite = at_most(a, large);
    const auto square = select(a < small, zero, finite * finite);
    return at_least(sqrt(square + quarter_b), a);
  }

  Constant quarter_b;
  Constant zero{0.0f}, quarter{0.25f}, half{0.5f}, large{0x1p59f}, small{0x1p-61f};
};

// Shrinks: 0 around 0.

/** |x| > lambd ? x : 0. The slope at both ends is 0. Exact: PyTorch's bits. */
struct Hardshrink {
  static constexpr Parameter parameters[] = {
      {.name = "lambd", .type = "float", .value = 0.5, .minimum = 0, .maximum = 3, .step = 0.05}};
  static constexpr std::string_view kinks[] = {"-lambd", "lambd"};
  static constexpr Spec spec{
      .module = "Hardshrink",
      .functional = "hardshrink",
      .grad_fn = "HardshrinkBackward0",
      .kernel = "hardshrink_cpu",
      .family = "shrink",
      .formula =
          R"(\operatorname{Hardshrink}(x) = \begin{cases} x & |x| > \mathtt{lambd} \\ 0 & |x| \le \mathtt{lambd} \end{cases})",
      .derivative = R"(\begin{cases} 1 & |x| > \mathtt{lambd} \\ 0 & |x| \le \mathtt{lambd} \end{cases})",
      .in_torch = true,
      .in_tensor = true,
      .parameters = parameters,
      .kinks = kinks,
      .asymptotes = kTowardsLine,
  };

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return std::fabs(x) <= values[0] ? 0 : x;
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return std::fabs(x) <= values[0] ? 0 : grad;
  }
  explicit Hardshrink(const double* values) : lambd(single(values[0])) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return select(abs(x) <= lambd, zero, x);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    return select(abs(x) <= lambd, zero, grad);
  }

 private:
  Constant lambd;
  Constant zero{0.0f};
};

/** x moved towards 0 by lambd, and 0 with the sign of x where |x| <= lambd. The slope at both ends is 0.
 * Exact: PyTorch's bits (its vector code drops the sign of those zeros, its scalar code, which short tensors
 * meet, keeps it). */
struct Softshrink {
  static constexpr Parameter parameters[] = {
      {.name = "lambd", .type = "float", .value = 0.5, .minimum = 0, .maximum = 3, .step = 0.05}};
  static constexpr Spec spec{
      .module = "Softshrink",
      .functional = "softshrink",
      .grad_fn = "SoftshrinkBackward0",
      .kernel = "softshrink_check",
      .family = "shrink",
      .formula =
          R"(\operatorname{Softshrink}(x) = \begin{cases} x - \mathtt{lambd} & x > \mathtt{lambd} \\ x + \mathtt{lambd} & x < -\mathtt{lambd} \\ 0 & \text{otherwise} \end{cases})",
      .derivative = R"(\begin{cases} 1 & |x| > \mathtt{lambd} \\ 0 & |x| \le \mathtt{lambd} \end{cases})",
      .parameters = parameters,
      .kinks = Hardshrink::kinks,
      .ulp = 0.5,
  };

  static double forward_double(double x, [[maybe_unused]] const double* values) {
    return x > values[0] ? x - values[0] : x < -values[0] ? x + values[0] : x * 0;
  }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return std::fabs(x) <= values[0] ? 0 : grad;
  }
  explicit Softshrink(const double* values) : lambd(single(values[0])), minus_lambd(-single(values[0])) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return with_sign(x - at_most(at_least(x, minus_lambd), lambd), x);  // where it is not 0 it has that sign
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    return select(abs(x) <= lambd, zero, grad);
  }

 private:
  Constant lambd, minus_lambd;
  Constant zero{0.0f};
};

/** x - tanh(x). Error: see MinusTanh. */
struct Tanhshrink {
  static constexpr Spec spec{
      .module = "Tanhshrink",
      .functional = "tanhshrink",
      .grad_fn = "SubBackward0",
      .kernel = "tanhshrink_cpu",
      .family = "shrink",
      .formula = R"(\operatorname{Tanhshrink}(x) = x - \tanh(x))",
      .derivative = R"(\tanh^2(x))",
      .calls = "tanh",
      .ulp = 4,
  };

  static constexpr int kUnroll = 4;

  static double forward_double(double x, [[maybe_unused]] const double* values) { return x - std::tanh(x); }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    const double t = std::tanh(x);
    return grad * (t * t);
  }
  explicit Tanhshrink(const double*) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return shrink(x);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    const auto y = tangent(x);
    return (grad * y) * y;
  }

 private:
  MinusTanh shrink;
  HyperbolicTangent tangent;
};

/** e^x: torch.exp, no activation of torch.nn. Error: see Exponential. */
struct TorchExp {
  static constexpr Spec spec{
      .functional = "exp",
      .grad_fn = "ExpBackward0",
      .kernel = "exp_vml_cpu",
      .formula = R"(e^{x})",
      .derivative = R"(e^{x})",
      .saves = Saves::kResult,
      .in_torch = true,
      .in_tensor = true,
      .inplace_saves = Saves::kResult,
      .ulp = 1.6,
  };

  static constexpr int kUnroll = 4;

  static double forward_double(double x, [[maybe_unused]] const double* values) { return std::exp(x); }
  static double backward_double(double grad, double x, [[maybe_unused]] const double* values) {
    return grad * x;
  }
  explicit TorchExp(const double*) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return exp_(x);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& result) const {
    return grad * result;
  }

 private:
  Exponential exp_;
};

template <Elementwise... A>
struct List {};

/** The order in which menus and tables show them. */
using Activations = List<ReLU, LeakyReLU, ReLU6, RReLU, Hardtanh, Threshold, Sigmoid, Tanh, LogSigmoid,
                         Softsign, Hardsigmoid, ELU, SELU, CELU, GELU, GELUTanh, SiLU, Mish, Hardswish,
                         Softplus, Squareplus, Hardshrink, Softshrink, Tanhshrink, TorchExp>;

}  // namespace torchlet
