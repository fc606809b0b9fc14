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
    for_each(x, x, columns, [&](const auto& row, const auto&, auto& state) {
      if (pass == 0) return softmax_.find_maximum(row, n, state);
      if (kind == Row::kLogSoftmax) {
        if (pass == 1) return log_softmax_.add_exponentials(row, n, state);
        return log_softmax_.subtract(row, n, copy(state));
      }
      if (pass == 1) return softmax_.exponentials(row, n, state);
      softmax_.normalize(row, n, copy(state));
    });
  }

  /** pass 0 reads both, pass 1 makes grad the gradient of the input. */
  void backward(Row kind, int pass, float* grad, float* result, int n, int columns) {
    for_each(grad, result, columns, [&](const auto& g, const auto& y, auto& state) {
      if (kind == Row::kLogSoftmax) {
        if (pass == 0) return log_softmax_.add_gradients(g, n, state);
        return log_softmax_.propagate(g, y, n, copy(state));
      }
      if (pass == 0) return softmax_.products(g, y, n, state);
      softmax_.propagate(g, y, n, copy(state));
    });
    if (kind == Row::kSoftmin && pass == 1) negate(grad, n * columns);
  }

 private:
  /** The last pass folds the sums in place, and each chunk needs them whole. */
  template <class State>
  static State copy(const State& state) {
    return state;
  }

  template <class Visit>
  void for_each(float* a, float* b, int columns, Visit visit) {
    if (columns == 1) return visit(AlongRow{a}, AlongRow{b}, row_);
    for (int i = 0; i < columns; i += kWidth) {
      const int count = columns - i < kWidth ? columns - i : kWidth;
      visit(AcrossRows::of(a + i, columns, count), AcrossRows::of(b + i, columns, count),
            columns_[i / kWidth]);
    }
  }

  Softmax softmax_;
  LogSoftmax log_softmax_;
  Softmax::State<AlongRow> row_;
  Softmax::State<AcrossRows> columns_[kColumns / kWidth];
};

}  // namespace torchlet
