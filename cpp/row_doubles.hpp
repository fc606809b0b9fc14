// Rows of float64, one number at a time, by the C library's functions.
#pragma once

#include <cmath>
#include <limits>

#include "rowwise.hpp"

namespace torchlet {

/** Softmax, softmin or log_softmax of a row, where it lies. */
inline void softmax_double(Row kind, double* x, int n) {
  if (kind == Row::kSoftmin)
    for (int i = 0; i < n; ++i) x[i] = -x[i];
  double most = -std::numeric_limits<double>::infinity();
  for (int i = 0; i < n; ++i) most = x[i] != x[i] ? x[i] : most > x[i] || most != most ? most : x[i];
  double sum = 0;
  for (int i = 0; i < n; ++i) {
    const double power = std::exp(x[i] - most);
    sum += power;
    x[i] = kind == Row::kLogSoftmax ? x[i] - most : power;
  }
  const double log_sum = std::log1p(sum - 1);  // the sum is at least 1; one table less than std::log
  for (int i = 0; i < n; ++i) x[i] = kind == Row::kLogSoftmax ? x[i] - log_sum : x[i] / sum;
}

/** The gradient of a row of inputs, from that of its results and these; where the former lies. */
inline void softmax_double_backward(Row kind, double* grad, const double* result, int n) {
  double sum = 0;
  for (int i = 0; i < n; ++i) sum += kind == Row::kLogSoftmax ? grad[i] : grad[i] * result[i];
  for (int i = 0; i < n; ++i) {
    const double slope =
        kind == Row::kLogSoftmax ? grad[i] - std::exp(result[i]) * sum : (grad[i] - sum) * result[i];
    grad[i] = kind == Row::kSoftmin ? -slope : slope;
  }
}

}  // namespace torchlet
