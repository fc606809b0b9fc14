// Every element-wise activation, and the list of them: facts, forward and backward, one struct each.
#pragma once

#include "activation.hpp"
#include "simd/math.hpp"

namespace torchlet {

inline constexpr std::string_view kKinkAtZero[] = {"0"};
inline constexpr std::string_view kFromZeroToOne[] = {"y=0", "y=1"};
inline constexpr std::string_view kFromMinusOneToOne[] = {"y=-1", "y=1"};

/** max(0, x). NaN and -0 pass through; the slope at 0 is 0, as PyTorch has it. Exact. */
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
      .in_torch = true,
      .kinks = kKinkAtZero,
  };

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

/** x > 0 ? x : negative_slope * x. The slope at 0 is negative_slope. Exact: one rounding, the same as
 * PyTorch's. */
struct LeakyReLU {
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
      .saves = Saves::kInput,
      .has_inplace = true,
      .parameters = parameters,
      .kinks = kKinkAtZero,
  };

  explicit LeakyReLU(const double* values) : slope(static_cast<float>(values[0])) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return select(x > zero, x, x * slope);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& x) const {
    return select(x > zero, grad, grad * slope);
  }

 private:
  Constant slope;
  Constant zero{0.0f};
};

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
      .calls_method = true,
      .asymptotes = kFromZeroToOne,
  };

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
      .calls_method = true,
      .asymptotes = kFromMinusOneToOne,
  };

  static constexpr int kUnroll = 3;  // 17 constants: with 4 vectors they would be reloaded at every step

  explicit Tanh(const double*) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> forward(const Lanes<U>& x) const {
    return tangent(x);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> backward(const Lanes<U>& grad, const Lanes<U>& result) const {
    return grad * ((one - result) * (one + result));  // 1 - y^2 without its cancellation near 1
  }

 private:
  HyperbolicTangent tangent;
  Constant one{1.0f};
};

template <Elementwise... A>
struct List {};

/** The order in which menus and tables show them. */
using Activations = List<ReLU, LeakyReLU, Sigmoid, Tanh>;

}  // namespace torchlet
