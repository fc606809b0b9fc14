// Softmax of rows that are longer than the scratch pad: the passes of row_passes.hpp, chunk by chunk.
#pragma once

#include "rowwise.hpp"

namespace torchlet {

/** Of rows of kLongRow elements or more. Up to kColumns neighbouring rows at once, as slabs [n, columns]; the
 * chunks of a row must be multiples of 16 elements, but for its last one, so that the sums come out as those
 * of softmax(). Each pass goes over all chunks before the next begins. */
class SoftmaxStream {
 public:
  static constexpr int kColumns = 64;

  void begin() {
    row_ = {};
    for (auto& state : columns_) state = {};
  }

  /** pass 0 reads x, pass 1 makes x its exponentials (or only adds them up, for log_softmax), pass 2 makes
   * these (or, for log_softmax, x) the result. */
  void forward(Row kind, int pass, float* x, int n, int columns) {
    if (kind == Row::kSoftmin && pass < 2) negate(x, x, n * columns);
    for_each(false, kind, pass, x, x, n, columns, pass == 2);
  }

  /** pass 0 reads both, pass 1 makes grad the gradient of the input. */
  void backward(Row kind, int pass, float* grad, float* result, int n, int columns) {
    for_each(true, kind, pass, grad, result, n, columns, true);
    if (kind == Row::kSoftmin && pass == 1) negate(grad, grad, n * columns);
  }

 private:
  /** One pass over a chunk. a may be written; it may be b. A row of exponentials, or of gradients, ends in
   * zeros. */
  [[gnu::noinline]] void for_each(bool is_backward, Row kind, int pass, float* a, float* b, int n,
                                  int columns, bool has_zeros) {
    if (columns == 1) {
      const float fill = fill_of(has_zeros);
      AlongRow in_a, in_b;
      in_a.open(a, a, n, fill);
      in_b.open(b, b, n, fill);
      any_pass(is_backward, kind, pass, &in_a, &in_b, 1, n, &row_);
      return in_a.close(n);
    }
    for (int i = 0; i < columns; i += FourRows::kRows) {
      const FourRows in_a{a + i, a + i, columns, columns - i, false},
          in_b{b + i, b + i, columns, columns - i, false};
      any_pass(is_backward, kind, pass, &in_a, &in_b, 1, n, &columns_[i / FourRows::kRows]);
    }
  }

  RowState<AlongRow> row_;
  RowState<FourRows> columns_[kColumns / FourRows::kRows];
};

}  // namespace torchlet
