// Activations of whole rows: softmax, softmin and log_softmax, forward and backward, along any dimension of
// any shape.
#pragma once

#include "loops.hpp"
#include "row_passes.hpp"
#include "short_rows.hpp"

namespace torchlet {

inline constexpr Parameter kRowParameters[] = {{.name = "dim", .type = "dim"}};

/** e^x / sum(e^x) of each row. Error: at most 4 ULP where the result is at least 2^-126, for rows of 32
 * numbers or more, of any length; shorter rows have PyTorch's roundings (short_rows.hpp), which leave 10. */
struct Softmax {
  static constexpr Spec spec{
      .module = "Softmax",
      .functional = "softmax",
      .grad_fn = "SoftmaxBackward0",
      .kernel = "softmax_lastdim_kernel_impl",
      .family = "row-wise",
      .formula = R"(\operatorname{Softmax}(x_i) = \frac{e^{x_i}}{\sum_j e^{x_j}})",
      .derivative = R"(\frac{\partial y_i}{\partial x_j} = y_i \, (\delta_{ij} - y_j))",
      .saves = Saves::kResult,
      .in_torch = true,
      .in_tensor = true,
      .calls = "softmax",
      .parameters = kRowParameters,
      .ulp = 10,
  };
};

/** softmax(-x). */
struct Softmin {
  static constexpr Spec spec{
      .module = "Softmin",
      .functional = "softmin",
      .grad_fn = "SoftmaxBackward0",
      .kernel = "softmax_lastdim_kernel_impl",
      .family = "row-wise",
      .formula = R"(\operatorname{Softmin}(x_i) = \frac{e^{-x_i}}{\sum_j e^{-x_j}})",
      .derivative = R"(\frac{\partial y_i}{\partial x_j} = -y_i \, (\delta_{ij} - y_j))",
      .saves = Saves::kResult,
      .calls = "softmax",
      .parameters = kRowParameters,
      .ulp = 10,
  };
};

/** x - max - log(sum(e^(x - max))) of each row. Error: 0.6 ULP, so 1e-6 at 256
 * columns; e^(x - max) of the maximum itself is exactly 1 and the sum a double, so log(1 + little) keeps its
 * digits down to 1e-10, and below that is right to 1e-17. */
struct LogSoftmax {
  static constexpr Spec spec{
      .module = "LogSoftmax",
      .functional = "log_softmax",
      .grad_fn = "LogSoftmaxBackward0",
      .kernel = "log_softmax_lastdim_kernel_impl",
      .family = "row-wise",
      .formula = R"(\operatorname{LogSoftmax}(x_i) = \log\left(\frac{e^{x_i}}{\sum_j e^{x_j}}\right))",
      .derivative = R"(\frac{\partial y_i}{\partial x_j} = \delta_{ij} - e^{y_j})",
      .saves = Saves::kResult,
      .in_torch = true,
      .in_tensor = true,
      .calls = "log_softmax",
      .parameters = kRowParameters,
      .ulp = 4,
  };
};

/** softmax over the channels of [N, C, H, W] or [C, H, W]: a module alone. */
struct Softmax2d {
  static constexpr Spec spec{
      .module = "Softmax2d",
      .grad_fn = "SoftmaxBackward0",
      .kernel = "softmax_lastdim_kernel_impl",
      .family = "row-wise",
      .formula =
          R"(\operatorname{Softmax2d}(x_c) = \frac{e^{x_c}}{\sum_k e^{x_k}} \quad \text{over the channels})",
      .derivative = R"(\frac{\partial y_c}{\partial x_k} = y_c \, (\delta_{ck} - y_k))",
      .saves = Saves::kResult,
      .ulp = 10,
  };
};

/** -x, which may stand where x does. */
[[gnu::noinline]] inline void negate(const float* x, float* to, int count) {
  over(count, x, nullptr, to, [](const float* from, const float*, float* to, int count) {
    const Constant minus_one(-1.0f);
    for (int i = 0; i < count; i += Quad::kCount) (Quad::load(from + i) * minus_one).store(to + i);
  });
}

/** All passes over some rows. */
template <class Layout>
[[gnu::noinline]] void passes(bool is_backward, Row kind, const Layout* rows, const Layout* results,
                              int count, int n) {
  if constexpr (!std::is_same_v<Layout, AlongRow>)
    if (kind != Row::kLogSoftmax && n < kLongRow) return short_passes(is_backward, *rows, *results, n);
  RowState<Layout> states[Layout::kBatch];
  for (int pass = 0; pass < (is_backward ? 2 : 3); ++pass)
    any_pass(is_backward, kind, pass, rows, results, count, n, states);
}

/** All passes over [outer, n, inner]; both directions in one function, which is half the size of two.
 * Backward passes take four rows side by side at most: their code for 16 would be as large as that of
 * softmax. */
[[gnu::noinline]] inline void all_passes(bool is_backward, Row kind, const float* from, float* to,
                                         float* result, int outer, int n, int inner) {
  for_each_row(from, to, result, outer, n, inner, fill_of(is_backward),
               is_backward ? FourRows::kRows : SixteenRows::kRows,
               [&](const auto* rows, const auto* results, int count, int n) {
                 passes(is_backward, kind, rows, results, count, n);
               });
}

// Of the floats behind an array, which kSlack says how many, some are read, and written back as they were.

/** From x to y, which may be x. Shape: [outer, n, inner]. */
inline void softmax(Row kind, const float* x, float* y, int outer, int n, int inner) {
  if (kind != Row::kSoftmin) return all_passes(false, kind, x, y, y, outer, n, inner);
  // Some slabs at a time, which are still in the first cache when their passes begin.
  const int slab = n * inner, some = 16 * std::max(1, 256 / std::max(1, slab));
  for (int o = 0; o < outer; o += some, x += some * slab, y += some * slab) {
    const int count = std::min(some, outer - o);
    negate(x, y, count * slab);
    all_passes(false, kind, y, y, y, count, n, inner);
  }
}

/** The gradient of the input goes to `to`, which may be grad but not result. Shapes: [outer, n, inner]. */
inline void softmax_backward(Row kind, const float* grad, const float* result, float* to, int outer, int n,
                             int inner) {
  // Results are read as the gradients are, by layouts that could write.
  all_passes(true, kind, grad, to, const_cast<float*>(result), outer, n, inner);
  if (kind == Row::kSoftmin) negate(to, to, outer * n * inner);
}

}  // namespace torchlet
