// What each activation is worth in float64: the references that kernels are measured against. Written apart
// from the kernels.
#pragma once

#include <cmath>
#include <map>
#include <string_view>

namespace reference {

using Function = double (*)(double x, const double* parameters);

inline double relu(double x, const double*) { return x < 0 ? 0 : x; }
inline double leaky_relu(double x, const double* p) {
  // PyTorch's slope is a float32, and the product is rounded once.
  return x > 0 ? x : x * static_cast<double>(static_cast<float>(p[0]));
}
inline double sigmoid(double x, const double*) {
  // e^x / (1 + e^x) below 0 keeps the digits of small results.
  return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x));
}
inline double tanh(double x, const double*) { return std::tanh(x); }

inline const std::map<std::string_view, Function> functions = {
    {"relu", relu}, {"leaky_relu", leaky_relu}, {"sigmoid", sigmoid}, {"tanh", tanh}};

}  // namespace reference
