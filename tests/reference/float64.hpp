// What each activation and its derivative are worth in float64: the references that kernels are measured
// against. Written apart from the kernels, from the definitions; parameters are float32, as PyTorch's kernels
// have them.
#pragma once

#include <cmath>
#include <limits>
#include <map>
#include <string_view>

namespace reference {

using Function = double (*)(double x, const double* parameters);
struct Pair {
  Function value, derivative;
};

inline double single(double parameter) { return static_cast<float>(parameter); }
/** NaN at the infinities, where PyTorch's slopes are inf - inf or 0 * inf. */
inline double finite(double x) { return x - x; }

inline double sigmoid(double x) {
  // e^x / (1 + e^x) below 0 keeps the digits of small results.
  return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x));
}
inline double sigmoid_slope(double x) { return sigmoid(x) * sigmoid(-x); }
inline double normal_tail(double x) { return std::erfc(-x * 0.70710678118654752440) / 2; }
inline double normal_density(double x) { return 0.39894228040143267794 * std::exp(-x * x / 2); }
inline double mish_ratio(double x) { return std::tanh(std::log1p(std::exp(x))); }

inline constexpr double kGelu = 1.5957691216057307118;  // 2 sqrt(2 / pi)
inline double gelu_argument(double x) { return kGelu * (x + 0.044715 * x * x * x); }
inline double gelu_argument_slope(double x) { return kGelu * (1 + 3 * 0.044715 * x * x); }

inline double leak(double x, double slope) { return x > 0 ? x : x * slope; }
inline double leak_slope(double x, double slope) { return x > 0 ? 1 : slope; }
inline double clamp(double x, double low, double high) { return x < low ? low : x > high ? high : x; }
inline double clamp_slope(double x, double low, double high) { return x <= low || x >= high ? 0 : 1; }
inline double exponential(double x, double scale, double factor, double width) {
  return x < 0 ? factor * std::expm1(x / width) : scale * x;
}
inline double exponential_slope(double x, double scale, double factor, double width) {
  return x <= 0 ? factor / width * std::exp(x / width) : scale;
}
inline constexpr double kSeluAlpha = 1.6732632423543772848170429916717,
                        kSeluScale = 1.0507009873554804934193349852946;

inline double tanhshrink(double x) {
  const double u = x * x;
  // The series where the difference would cancel; like PyTorch's x - x it is +0 where it vanishes.
  if (std::abs(x) >= 0.05) return x - std::tanh(x);
  const double small =
      x * u * (1.0 / 3 - u * (2.0 / 15 - u * (17.0 / 315 - u * (62.0 / 2835 - u * 1382.0 / 155925))));
  return static_cast<float>(small) == 0 ? 0 : small;
}

/** beta x as float32, which decides where PyTorch's softplus turns linear. */
inline bool is_linear(double x, const double* p) {
  return static_cast<float>(x) * static_cast<float>(p[0]) > static_cast<float>(p[1]);
}
inline double softplus(double x, const double* p) {
  const double beta = single(p[0]), u = x * beta;
  return is_linear(x, p) ? x : (std::fmax(u, 0) + std::log1p(std::exp(-std::abs(u)))) / beta;
}
inline double log_sigmoid(double x) {
  const double y = std::fmin(x, 0) - std::log1p(std::exp(-std::abs(x)));
  return std::isnan(x) ? x : static_cast<float>(y) == 0 ? 0 : y;
}

inline double squareplus(double x, const double* p) {
  const double b = single(p[0]), root = std::sqrt(x * x + b);
  // b / (root - x) below 0, where the sum would cancel.
  return (x < 0 ? b / (root - x) + finite(x) : x + root) / 2;
}

inline const std::map<std::string_view, Pair> functions = {
    {"relu",
     {[](double x, const double*) { return x < 0 ? 0 : x; },
      [](double x, const double*) { return x <= 0 ? 0.0 : 1.0; }}},
    {"leaky_relu",
     {[](double x, const double* p) { return leak(x, single(p[0])); },
      [](double x, const double* p) { return leak_slope(x, single(p[0])); }}},
    {"rrelu",
     {[](double x, const double* p) { return leak(x, single((p[0] + p[1]) / 2)); },
      [](double x, const double* p) { return leak_slope(x, single((p[0] + p[1]) / 2)); }}},
    {"relu6",
     {[](double x, const double*) { return clamp(x, 0, 6); },
      [](double x, const double*) { return clamp_slope(x, 0, 6); }}},
    {"hardtanh",
     {[](double x, const double* p) { return clamp(x, single(p[0]), single(p[1])); },
      [](double x, const double* p) { return clamp_slope(x, single(p[0]), single(p[1])); }}},
    {"threshold",
     {[](double x, const double* p) { return x <= single(p[0]) ? single(p[1]) : x; },
      [](double x, const double* p) { return x <= single(p[0]) ? 0.0 : 1.0; }}},
    {"sigmoid",
     {[](double x, const double*) { return sigmoid(x); },
      [](double x, const double*) { return sigmoid_slope(x); }}},
    {"logsigmoid",
     {[](double x, const double*) { return log_sigmoid(x); },
      [](double x, const double*) { return sigmoid(-x); }}},
    {"hardsigmoid",
     {[](double x, const double*) { return clamp(x + 3, 0, 6) / 6; },
      [](double x, const double*) { return x > -3 && x < 3 ? 1.0 / 6 : 0; }}},
    {"tanh",
     {[](double x, const double*) { return std::tanh(x); },
      [](double x, const double*) { return 1 / (std::cosh(x) * std::cosh(x)); }}},
    {"softsign",
     {[](double x, const double*) { return x / (1 + std::abs(x)); },
      [](double x, const double*) { return 1 / ((1 + std::abs(x)) * (1 + std::abs(x))) + finite(x); }}},
    {"silu",
     {[](double x, const double*) { return x * sigmoid(x); },
      [](double x, const double*) { return sigmoid(x) * (1 + x * sigmoid(-x)) + finite(x); }}},
    {"mish",
     {[](double x, const double*) { return x * mish_ratio(x); },
      [](double x, const double*) {
        const double t = mish_ratio(x), c = std::cosh(std::log1p(std::exp(x)));
        return t + x * sigmoid(x) / (c * c) + finite(x);
      }}},
    {"hardswish",
     {[](double x, const double*) { return x * (clamp(x + 3, 0, 6) / 6); },
      [](double x, const double*) { return x <= -3 ? 0
                                           : x < 3 ? x / 3 + 0.5
                                                   : 1; }}},
    {"elu",
     {[](double x, const double* p) { return exponential(x, 1, single(p[0]), 1); },
      [](double x, const double* p) { return exponential_slope(x, 1, single(p[0]), 1); }}},
    {"celu",
     {[](double x, const double* p) { return exponential(x, 1, single(p[0]), single(p[0])); },
      [](double x, const double* p) { return exponential_slope(x, 1, single(p[0]), single(p[0])); }}},
    {"selu",
     {[](double x, const double*) { return exponential(x, kSeluScale, kSeluScale * kSeluAlpha, 1); },
      [](double x, const double*) { return exponential_slope(x, kSeluScale, kSeluScale * kSeluAlpha, 1); }}},
    {"gelu",
     {[](double x, const double*) { return x * normal_tail(x); },
      [](double x, const double*) { return normal_tail(x) + x * normal_density(x) + finite(x); }}},
    {"gelu_tanh",
     {[](double x, const double*) { return x * sigmoid(gelu_argument(x)); },
      [](double x, const double*) {
        const double v = gelu_argument(x);
        // Where v is large the product of a huge slope and nothing is nothing.
        const double bend = std::abs(x) > 100 ? 0 : x * sigmoid_slope(v) * gelu_argument_slope(x);
        return sigmoid(v) + bend + finite(x);
      }}},
    {"softplus",
     {softplus, [](double x, const double* p) { return is_linear(x, p) ? 1 : sigmoid(x * single(p[0])); }}},
    {"hardshrink",
     {[](double x, const double* p) { return std::abs(x) <= single(p[0]) ? 0 : x; },
      [](double x, const double* p) { return std::abs(x) <= single(p[0]) ? 0.0 : 1.0; }}},
    {"softshrink",
     {[](double x, const double* p) {
        const double lambd = single(p[0]);
        return x > lambd ? x - lambd : x < -lambd ? x + lambd : x * 0;
      },
      [](double x, const double* p) { return std::abs(x) <= single(p[0]) ? 0.0 : 1.0; }}},
    {"tanhshrink",
     {[](double x, const double*) { return tanhshrink(x); },
      [](double x, const double*) { return std::tanh(x) * std::tanh(x); }}},
    {"exp",
     {[](double x, const double*) { return std::exp(x); },
      [](double x, const double*) { return std::exp(x); }}},
    {"squareplus",
     {squareplus,
      // Of (1 + x / root) / 2 nothing would be left far below 0.
      [](double x, const double* p) { return squareplus(x, p) / std::sqrt(x * x + single(p[0])); }}},
};

}  // namespace reference
