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

  /** pass 0 reads x, pass 1 makes x its exponentials, pass 2 scales these to the result. */
  void forward(int pass, float* x, int n, int columns) {
    for_each(x, x, columns, [&](const auto& row, const auto&, auto& state) {
      if (pass == 0) kernel_.find_maximum(row, n, state);
      if (pass == 1) kernel_.exponentials(row, n, state);
      if (pass == 2) kernel_.normalize(row, n, copy(state));
    });
  }

  /** pass 0 reads both, pass 1 makes grad the gradient of the input. */
  void backward(int pass, float* grad, float* result, int n, int columns) {
    for_each(grad, result, columns, [&](const auto& g, const auto& y, auto& state) {
      if (pass == 0) kernel_.products(g, y, n, state);
      if (pass == 1) kernel_.propagate(g, y, n, copy(state));
    });
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

  Softmax kernel_;
  Softmax::State<AlongRow> row_;
  Softmax::State<AcrossRows> columns_[kColumns / kWidth];
};

}  // namespace torchlet
