// softmax of short rows, forward and backward, as PyTorch's AVX2 kernels round it: what programs print of
// them, their sums above all, then has PyTorch's digits. Each step is rounded to float32, sums too.
//
// Source of the order: aten/src/ATen/native/cpu/SoftMaxKernel.cpp and cpu/vec/functional_base.h.
#pragma once

#include "row_exponentials.hpp"
#include "rows.hpp"

namespace torchlet {

/** The floats of an AVX2 vector: of rows that lie along one, so many are added up side by side. */
inline constexpr int kWide = 8;

/** Of the elements j, j + step, j + 2 step ... the sum of `results`, or of their products with `grads`. */
template <bool kProducts, class Layout>
[[gnu::noinline]] typename Layout::Step sum_of_every(const Layout& grads, const Layout& results, int j,
                                                     int step, int n) {
  const auto term = [&](int j) {
    const auto y = results.load(results.at(results.to, j, n));
    if constexpr (kProducts)
      return grads.load(grads.at(grads.from, j, n)) * y;
    else
      return y;
  };
  auto sum = term(j);
  for (j += step; j < n; j += step) sum = sum + term(j);
  return sum;
}

/** Rows along a vector are halved until one number is left; others, and those shorter than a vector, are
 * added up from the first to the last. */
template <bool kProducts, class Layout>
TORCHLET_INLINE typename Layout::Step short_sum(const Layout& grads, const Layout& results, int n) {
  const auto every = [&](int j, int step) { return sum_of_every<kProducts>(grads, results, j, step, n); };
  if (!results.is_transposed || n < kWide) return every(0, 1);
  const auto half = [&](int j) {
    return (every(j, kWide) + every(j + 4, kWide)) + (every(j + 2, kWide) + every(j + 6, kWide));
  };
  return half(0) + half(1);
}

/** e^(x - maximum) / sum: contiguous rows are multiplied by the reciprocal, others divided. */
template <class Layout>
[[gnu::noinline]] void short_forward(const Layout& rows, int n) {
  const DifferenceExp exp;
  auto maximum = rows.load(rows.at(rows.from, 0, n));
  for (int j = 1; j < n; ++j) maximum = at_least(maximum, rows.load(rows.at(rows.from, j, n)));
  for (int j = 0; j < n; ++j)
    rows.store(rows.at(rows.to, j, n), exp.nearly(rows.load(rows.at(rows.from, j, n)), maximum));
  const auto sum = short_sum<false>(rows, rows, n);
  const auto factor = Constant(1.0f) / sum;
  for (int j = 0; j < n; ++j) {
    float* at = rows.at(rows.to, j, n);
    rows.store(at, rows.is_transposed ? rows.load(at) * factor : rows.load(at) / sum);
  }
}

/** (grad - sum(grad * result)) * result */
template <class Layout>
[[gnu::noinline]] void short_backward(const Layout& grads, const Layout& results, int n) {
  const auto sum = short_sum<true>(grads, results, n);
  for (int j = 0; j < n; ++j) {
    const auto g = grads.load(grads.at(grads.from, j, n)), y = results.load(results.at(results.from, j, n));
    grads.store(grads.at(grads.to, j, n), (g - sum) * y);
  }
}

template <class Layout>
TORCHLET_INLINE void short_passes(bool is_backward, const Layout& rows, const Layout& results, int n) {
  if constexpr (!std::is_same_v<Layout, SixteenRows>)
    if (is_backward) return short_backward(rows, results, n);
  short_forward(rows, n);
}

}  // namespace torchlet
