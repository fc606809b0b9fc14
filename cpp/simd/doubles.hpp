// DoubleLanes: Lanes in float64, for results that float32 has not the digits to form.
//
// They take twice the instructions. Where the result is rounded once, at the end, a polynomial may do with
// fewer terms and without compensation, and a quotient of two, whose division runs beside the other vectors'
// products, with fewer still.
#pragma once

#include "lanes.hpp"

namespace torchlet {

/** A hoisted float64. */
struct DoubleConstant {
  Double2 vector;
  TORCHLET_INLINE explicit DoubleConstant(double value) : vector(hoisted(Double2{value, value})) {}
};

template <int U>
struct DoubleLanes {
  Doubles vectors[U];
};

template <int U>
TORCHLET_INLINE DoubleLanes<U> to_double(const Lanes<U>& x) {
  DoubleLanes<U> result;
  unroll<U>([&](int i) { result.vectors[i] = to_double(x.vectors[i]); });
  return result;
}

/** Rounded once, to subnormal numbers too. */
template <int U>
TORCHLET_INLINE Lanes<U> to_float(const DoubleLanes<U>& x) {
  Lanes<U> result;
  unroll<U>([&](int i) { result.vectors[i] = to_float(x.vectors[i]); });
  return result;
}

/** The lowest 9 bits of each double's pattern, moved to the places of a float's sign and exponent. */
template <int U>
TORCHLET_INLINE Lanes<U> shift_into_exponent(const DoubleLanes<U>& x) {
  Lanes<U> result;
  unroll<U>([&](int i) {
    const Int4 words = __builtin_shufflevector((Int4)x.vectors[i].low, (Int4)x.vectors[i].high, 0, 2, 4, 6);
    result.vectors[i] = (Float4)(words << 23);
  });
  return result;
}

namespace detail {

template <int U>
TORCHLET_INLINE Doubles get(const DoubleLanes<U>& lanes, int i) {
  return lanes.vectors[i];
}
template <int U>
TORCHLET_INLINE Doubles get(const DoubleConstant& constant, int) {
  return {constant.vector, constant.vector};
}

/** result[i] = operation(a[i], b[i]). Two are four vectors, and pinned as those are: it saves tanh a tenth of
 * its time. Four would be eight, more than there are registers for: pins gain nothing there and make larger
 * code. */
template <int U, class A, class B, class Operation>
TORCHLET_INLINE DoubleLanes<U> zip_doubles(const A& a, const B& b, Operation operation) {
  DoubleLanes<U> result;
  unroll<U>([&](int i) {
    Doubles one = operation(get<U>(a, i), get<U>(b, i));
    if constexpr (U == 2) {
      pin<2 * U>(one.low);
      pin<2 * U>(one.high);
    }
    result.vectors[i] = one;
  });
  return result;
}

}  // namespace detail

#define TORCHLET_OPERATOR(op)                                                                       \
  template <int U, class B>                                                                         \
  TORCHLET_INLINE DoubleLanes<U> operator op(const DoubleLanes<U>& a, const B& b) {                 \
    return detail::zip_doubles<U>(a, b, [](const Doubles& x, const Doubles& y) { return x op y; }); \
  }
TORCHLET_OPERATOR(+)
TORCHLET_OPERATOR(-)
TORCHLET_OPERATOR(*)
TORCHLET_OPERATOR(/)
#undef TORCHLET_OPERATOR

}  // namespace torchlet
