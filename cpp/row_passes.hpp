// The passes over rows that softmax and its kin are made of, which may go chunk by chunk where a row is
// longer than the scratch pad. A pass is a function of its own, not inlined: the module would be twice as
// large, and no faster.
#pragma once

#include "row_exponentials.hpp"
#include "rows.hpp"
#include "simd/math.hpp"

namespace torchlet {

/** The three that share the passes. Softmin is softmax of -x: see negate(). */
enum class Row { kSoftmax, kSoftmin, kLogSoftmax };

TORCHLET_INLINE Doubles lowered(const Doubles& sum) {
  constexpr Double2 factor = {1 / kRaise, 1 / kRaise};
  return {sum.low * factor, sum.high * factor};
}

/** What remains of a row, or of four, between its passes. */
template <class Layout>
struct RowState {
  using Numbers = Lanes<Layout::kRowVectors>;  // one of each row, in all lanes or each in its own

  Numbers maximum = all_of(kMinusInfinity);
  Numbers largest = all_of(0);  // of the exponentials
  typename Layout::Sum sum;

 private:
  static Numbers all_of(float value) {
    Numbers numbers;
    for (Float4& vector : numbers.vectors) vector = splat(value);
    return numbers;
  }
};

// Each pass goes over `count` rows and their states.

template <class Layout>
inline constexpr int kVectors = Layout::Step::kCount / kWidth;

/** Vector i of what holds one number of each row. */
template <class Layout>
constexpr int row_vector(int i) {
  return Layout::kRowVectors == 1 ? 0 : i;
}

template <class Layout>
[[gnu::noinline]] void find_maximum(const Layout* rows, int count, int n, RowState<Layout>* states) {
  for (; count > 0; --count, ++rows, ++states) {
    typename Layout::Step best;
    unroll<kVectors<Layout>>(
        [&](int i) { best.vectors[i] = states->maximum.vectors[row_vector<Layout>(i)]; });
    for (int j = 0; j < n; j += Layout::kStep) best = at_least(best, rows->load(rows->at(rows->from, j, n)));
    states->maximum = Layout::maximum(best);
  }
}

template <class Layout>
[[gnu::noinline]] void exponentials(const Layout* rows, int count, int n, RowState<Layout>* states) {
  const ShiftedExp exp;
  for (; count > 0; --count, ++rows, ++states) {
    const auto row = ShiftedExp::row(states->maximum);
    typename Layout::RunningSum sum = states->sum;
    const float* from = rows->from;
    if (row.is_shifted) {  // rarely, and so in a loop of its own
      const auto shift = operand(row.shift);
      for (int j = 0; j < n; j += Layout::kStep)
        rows->store(rows->at(rows->to, j, n), rows->load(rows->at(from, j, n)) - shift);
      from = rows->to;
    }
    for (int j = 0; j < n; j += Layout::kStep) {
      const auto e = exp(rows->load(rows->at(from, j, n)), row);
      rows->store(rows->at(rows->to, j, n), e);
      sum.add(e, j);
    }
    states->sum = sum;
    states->largest = exp(states->maximum - row.shift, row);
  }
}

/** 1 / sum, so that a row's only element, or one that outweighs all others, comes out as exactly 1: where its
 * product with the rounded reciprocal is the float below 1, the next reciprocal, whose product is 1 or, where
 * no reciprocal gives that, the float above, which normalize() takes for 1. */
TORCHLET_INLINE Float4 reciprocal(Doubles sum, Float4 largest) {
  constexpr Doubles one = {{1, 1}, {1, 1}};
  const Float4 rounded = to_float(sum), inverse = to_float(one / sum);
  const Int4 short_of_one = (Int4)(rounded * inverse < splat(1)) & (Int4)(rounded == largest);
  return (Float4)((Int4)inverse - short_of_one);  // a mask is -1 where it holds
}

template <class Layout>
[[gnu::noinline]] void normalize(const Layout* rows, int count, int n, RowState<Layout>* states) {
  const Constant one(1.0f);
  for (; count > 0; --count, ++rows, ++states) {
    states->sum.finish();
    Lanes<Layout::kRowVectors> reciprocals;
    for (int i = 0; i < Layout::kRowVectors; ++i)
      reciprocals.vectors[i] = reciprocal(states->sum.total(i), states->largest.vectors[i]);
    const auto factor = operand(reciprocals);
    for (int j = 0; j < n; j += Layout::kStep) {
      float* at = rows->at(rows->to, j, n);
      rows->store(at, at_most(rows->load(at) * factor, one));
    }
  }
}

/** log_softmax: only adds up. */
template <class Layout>
[[gnu::noinline]] void add_exponentials(const Layout* rows, int count, int n, RowState<Layout>* states) {
  const DifferenceExp exp;
  for (; count > 0; --count, ++rows, ++states) {
    Lanes<Layout::kRowVectors> floors;
    for (int i = 0; i < Layout::kRowVectors; ++i)
      floors.vectors[i] = DifferenceExp::floor(states->maximum.vectors[i]);
    const auto maximum = operand(states->maximum), floor = operand(floors);
    typename Layout::RunningSum sum = states->sum;
    for (int j = 0; j < n; j += Layout::kStep) {
      // As doubles: beside a 1, what is little must not be rounded off.
      const auto e = one_by_one(rows->load(rows->at(rows->from, j, n)), exp, maximum, floor);
      Doubles terms[kVectors<Layout>];
      unroll<kVectors<Layout>>([&](int i) { terms[i] = to_double(e.vectors[i]); });
      sum.add_doubles(terms, j);
    }
    states->sum = sum;
  }
}

template <class Layout>
[[gnu::noinline]] void subtract(const Layout* rows, int count, int n, RowState<Layout>* states) {
  for (; count > 0; --count, ++rows, ++states) {
    states->sum.finish();
    Doubles maximum[Layout::kRowVectors], rest[Layout::kRowVectors];
    for (int i = 0; i < Layout::kRowVectors; ++i) {
      const Doubles sum = lowered(states->sum.total(i));
      maximum[i] = to_double(states->maximum.vectors[i]);
      rest[i] = {logarithm(sum.low), logarithm(sum.high)};
    }
    for (int j = 0; j < n; j += Layout::kStep) {
      auto y = rows->load(rows->at(rows->from, j, n));
      unroll<kVectors<Layout>>([&](int i) {
        const int row = row_vector<Layout>(i);
        y.vectors[i] = to_float((to_double(y.vectors[i]) - maximum[row]) - rest[row]);
      });
      rows->store(rows->at(rows->to, j, n), y);
    }
  }
}

/** Of log_softmax's backward pass the gradients, of softmax's their products with the result. */
template <class Layout>
[[gnu::noinline]] void add_gradients(bool products, const Layout* grads, const Layout* results, int count,
                                     int n, RowState<Layout>* states) {
  for (; count > 0; --count, ++grads, ++results, ++states) {
    typename Layout::RunningSum sum = states->sum;
    for (int j = 0; j < n; j += Layout::kStep) {
      const auto g = grads->load(grads->at(grads->from, j, n)),
                 y = results->load(results->at(results->from, j, n));
      Doubles terms[kVectors<Layout>];
      unroll<kVectors<Layout>>([&](int i) {
        const Doubles factor = to_double(products ? y.vectors[i] : splat(1));
        terms[i] = to_double(g.vectors[i]) * factor;
      });
      sum.add_doubles(terms, j);
    }
    states->sum = sum;
  }
}

/** (grad - sum(grad * result)) * result; the sum in two floats, so that the difference keeps its digits. */
template <class Layout>
[[gnu::noinline]] void propagate(const Layout* grads, const Layout* results, int count, int n,
                                 RowState<Layout>* states) {
  for (; count > 0; --count, ++grads, ++results, ++states) {
    states->sum.finish();
    Lanes<Layout::kRowVectors> rounded, rest;
    for (int i = 0; i < Layout::kRowVectors; ++i) {
      const Doubles sum = states->sum.total(i);
      rounded.vectors[i] = to_float(sum);
      rest.vectors[i] = to_float(sum - to_double(rounded.vectors[i]));
    }
    const auto high = operand(rounded), low = operand(rest);
    for (int j = 0; j < n; j += Layout::kStep) {
      const auto g = grads->load(grads->at(grads->from, j, n)),
                 y = results->load(results->at(results->from, j, n));
      grads->store(grads->at(grads->to, j, n), ((g - high) - low) * y);
    }
  }
}

/** grad - e^result * sum(grad) */
template <class Layout>
[[gnu::noinline]] void propagate_log(const Layout* grads, const Layout* results, int count, int n,
                                     RowState<Layout>* states) {
  const DifferenceExp exp;
  for (; count > 0; --count, ++grads, ++results, ++states) {
    states->sum.finish();
    Lanes<Layout::kRowVectors> sums;
    for (int i = 0; i < Layout::kRowVectors; ++i) sums.vectors[i] = to_float(lowered(states->sum.total(i)));
    const auto sum = operand(sums);
    for (int j = 0; j < n; j += Layout::kStep) {
      const auto taken = one_by_one(results->load(results->at(results->from, j, n)), exp) * sum;
      const auto g = grads->load(grads->at(grads->from, j, n));
      grads->store(grads->at(grads->to, j, n), g - taken);
    }
  }
}

/** Forward 0, 1, 2. */
template <class Layout>
[[gnu::noinline]] void forward_pass(Row kind, int pass, const Layout* rows, int count, int n,
                                    RowState<Layout>* states) {
  if (pass == 0) return find_maximum(rows, count, n, states);
  if (kind == Row::kLogSoftmax)
    return pass == 1 ? add_exponentials(rows, count, n, states) : subtract(rows, count, n, states);
  return pass == 1 ? exponentials(rows, count, n, states) : normalize(rows, count, n, states);
}

/** Backward 0, 1. */
template <class Layout>
[[gnu::noinline]] void backward_pass(Row kind, int pass, const Layout* grads, const Layout* results,
                                     int count, int n, RowState<Layout>* states) {
  const bool is_log = kind == Row::kLogSoftmax;
  if (pass == 0) return add_gradients(!is_log, grads, results, count, n, states);
  return is_log ? propagate_log(grads, results, count, n, states)
                : propagate(grads, results, count, n, states);
}

/** A pass of either direction; going forward there are no results. */
template <class Layout>
[[gnu::noinline]] void any_pass(bool is_backward, Row kind, int pass, const Layout* rows,
                                const Layout* results, int count, int n, RowState<Layout>* states) {
  if constexpr (!std::is_same_v<Layout, SixteenRows>)
    if (is_backward) return backward_pass(kind, pass, rows, results, count, n, states);
  forward_pass(kind, pass, rows, count, n, states);
}

/** What adds nothing to a row. */
inline float fill_of(bool is_backward) { return is_backward ? 0 : kMinusInfinity; }

}  // namespace torchlet
