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

  /** pass 0 reads x, pass 1 makes x its exponentials (or only adds them up, for log_softmax), pass 2 makes these
   * (or, for log_softmax, x) the result. */
  void forward(Row kind, int pass, float* x, int n, int columns) {
    if (kind == Row::kSoftmin && pass < 2) negate(x, n * columns);
    for_each(x, x, n, columns, pass == 2 ? 0 : kMinusInfinity,
             [&](const auto& row, const auto&, auto& state) { forward_pass(kind, pass, row, n, state); });
  }

  /** pass 0 reads both, pass 1 makes grad the gradient of the input. */
  void backward(Row kind, int pass, float* grad, float* result, int n, int columns) {
    for_each(grad, result, n, columns, 0,
             [&](const auto& g, const auto& y, auto& state) { backward_pass(kind, pass, g, y, n, state); });
    if (kind == Row::kSoftmin && pass == 1) negate(grad, n * columns);
  }

 private:
  template <class Visit>
  void for_each(float* a, float* b, int n, int columns, float fill, Visit visit) {
    const auto one = [&](auto& in_a, auto& in_b, auto& state, auto open) {
      open(in_a, a);
      if (a != b) open(in_b, b);
      visit(in_a, a == b ? in_a : in_b, state);
      in_a.close(n);
    };
    if (columns == 1) {
      AlongRow in_a, in_b;
      return one(in_a, in_b, row_, [&](AlongRow& row, float* from) { row.open(from, n, fill); });
    }
    AcrossRows in_a, in_b;
    for (int i = 0; i < columns; i += kWidth)
      one(in_a, in_b, columns_[i / kWidth], [&](AcrossRows& rows, float* from) {
        rows.open(from + i, columns, std::min(kWidth, columns - i), n, fill);
      });
  }

  RowState<AlongRow> row_;
  RowState<AcrossRows> columns_[kColumns / kWidth];
};

}  // namespace torchlet
