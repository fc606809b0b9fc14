// Softmax of rows that are longer than the scratch pad: the passes of rowwise.hpp, chunk by chunk.
#pragma once

#include "rowwise.hpp"

namespace torchlet {

/** Up to kColumns neighbouring rows at once, as slabs [n, columns]; the chunks of a row must be multiples of
 * 16 elements, but for its last one, so that the sums come out as those of softmax(). Each pass goes over all
 * chunks before the next begins. */
class SoftmaxStream {
 public:
  static constexpr int kColumns = 64;

  void begin() { *this = {}; }

  /** pass 0 reads x, pass 1 makes x its exponentials (or only adds them up, for log_softmax), pass 2 makes
   * these (or, for log_softmax, x) the result. */
  void forward(Row kind, int pass, float* x, int n, int columns) {
    if (kind == Row::kSoftmin && pass < 2) negate(x, n * columns);
    for_each(
        x, x, n, columns, pass == 2 ? 0 : kMinusInfinity,
        [&](const auto& row, const auto&, auto& state) { forward_pass(kind, pass, &row, 1, n, &state); });
  }

  /** pass 0 reads both, pass 1 makes grad the gradient of the input. */
  void backward(Row kind, int pass, float* grad, float* result, int n, int columns) {
    for_each(grad, result, n, columns, 0, [&](const auto& g, const auto& y, auto& state) {
      backward_pass(kind, pass, &g, &y, 1, n, &state);
    });
    if (kind == Row::kSoftmin && pass == 1) negate(grad, n * columns);
  }

 private:
  template <class Visit>
  void for_each(float* a, float* b, int n, int columns, float fill, Visit visit) {
    if (columns == 1) {
      AlongRow in_a, in_b;
      in_a.open(a, n, fill);
      if (a != b) in_b.open(b, n, fill);
      visit(in_a, a == b ? in_a : in_b, row_);
      return in_a.close(n);
    }
    for (int i = 0; i < columns; i += kWidth) {
      const Int4 wanted = first_lanes(columns - i);
      visit(AcrossRows{a + i, columns, wanted}, AcrossRows{b + i, columns, wanted}, columns_[i / kWidth]);
    }
  }

  RowState<AlongRow> row_;
  RowState<AcrossRows> columns_[kColumns / kWidth];
};

}  // namespace torchlet
