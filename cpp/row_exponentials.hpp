// What softmax and its kin take of a number and its row's maximum: exponentials that keep their digits
// however far apart the two are, and the logarithm of their sum.
#pragma once

#include <cstdint>
#include <limits>
#include <type_traits>

#include "simd/math.hpp"

namespace torchlet {

/** Between the passes e^x is kept 2^24 times too large: it never is a subnormal number, and the quotient that
 * the row ends with underflows gradually. */
inline constexpr float kRaise = 0x1p24f;
inline constexpr float kRaisedBias = 127.0f + 24.0f;

/** e^(x - max) up to a factor of the row, within 0.99 ULP however far x is from the maximum.
 *
 *  x - max in float32 would lose up to 16 ULP of the result. The factor is free, so instead of e^max a power
 * of two is taken out: e^x 2^-k with k = max log2(e) rounded, a change of exponent only. Rows with |max| >
 * 208 take max itself: there x - max is exact (Sterbenz) for every x whose result is not 0. Infinities and
 * NaN come out as PyTorch has them: a row that holds NaN or +inf, or nothing but -inf, becomes NaN. */
class ShiftedExp {
 public:
  /** Of one row Constants, of rows side by side Lanes. */
  template <class Operand, int R>
  struct Row {
    Operand magic, lowest;
    Lanes<R> shift;   // what is to be taken from x first: the maximum if it is large, 0 otherwise
    bool is_shifted;  // whether a shift is not 0
  };

  template <int R>
  TORCHLET_INLINE static auto row(const Lanes<R>& maximum) {
    Lanes<R> shift, magic, lowest;
    Int4 large = {};
    unroll<R>([&](int i) {
      const Float4 most = maximum.vectors[i];
      const Int4 moderate = (Int4)(most <= splat(kLargest)) & (Int4)(most >= splat(-kLargest));
      const Float4 reference = detail::choose(moderate, most, splat(0));
      const Float4 k = (reference * splat(Exp::kLog2E) + splat(Exp::kMagic)) - splat(Exp::kMagic);
      large |= ~moderate;
      shift.vectors[i] = detail::choose(moderate, splat(0), most);
      magic.vectors[i] = splat(Exp::kMagic + kRaisedBias) - k;
      lowest.vectors[i] = (k - splat(kZeroPower)) * splat(kLn2);
    });
    return Row<std::decay_t<decltype(operand(magic))>, R>{operand(magic), operand(lowest), shift, any(large)};
  }

  /** Of x without the row's shift. */
  template <int U, class Operand, int R>
  TORCHLET_INLINE Lanes<U> operator()(const Lanes<U>& x, const Row<Operand, R>& row) const {
    return exp_(at_least(x, row.lowest), row.magic).value();
  }

 private:
  static constexpr float kLn2 = 0x1.62e430p-1f;
  // At 2^-151 the power's pattern is 0, and so is the quotient of whatever lies lower.
  static constexpr float kZeroPower = 151.0f;
  static constexpr float kLargest =
      2 * 104.0f;  // e^-104 rounds to 0, so only x >= max - 104 >= max / 2 matter
  Exp exp_;
};

/** e^x 2^24 for x <= 0, exact at 0 and exactly 0 from -104.6 on, so that what fills a row adds nothing.
 * Error: 0.99 ULP. */
class DifferenceExp {
 public:
  template <int U>
  TORCHLET_INLINE Lanes<U> operator()(const Lanes<U>& x) const {
    return exp_(at_least(x, lowest_), magic_).value();
  }

  /** e^(x - maximum) 2^24; what the difference loses as a float goes into the exponential apart (Knuth's
   * two-sum). floor: see below; it keeps infinities out of the sum. */
  template <int U, class Operand>
  TORCHLET_INLINE Lanes<U> operator()(const Lanes<U>& x, const Operand& maximum, const Operand& floor) const {
    const auto from = at_least(x, floor), difference = from - maximum;
    return exp_(at_least(difference, lowest_), lost(from, maximum, difference), magic_).value();
  }

  /** The same of the rounded difference, as PyTorch has it, but where that lies below -4 and would cost more
   * than 2 ULP. */
  template <int U>
  TORCHLET_INLINE Lanes<U> nearly(const Lanes<U>& x, const Lanes<U>& maximum) const {
    const auto difference = x - maximum;
    const auto is_far = difference < far_;
    Int4 some = is_far.vectors[0];
    for (int i = 1; i < U; ++i) some |= is_far.vectors[i];
    if (any(some)) return far_apart(x, maximum);
    return exp_(difference, magic_).value();
  }

  /** A finite number that is at least 105 and some units in the last place below the maximum: lower x give 0.
   */
  static Float4 floor(Float4 maximum) {
    const Float4 size = (Float4)((Int4)maximum & ~detail::kSignBit);
    return detail::pseudo_max(maximum - (splat(105) + size * splat(0x1p-21f)),
                              splat(-std::numeric_limits<float>::max()));
  }

 private:
  /** from - maximum - difference. */
  template <int U, class Operand>
  TORCHLET_INLINE static Lanes<U> lost(const Lanes<U>& from, const Operand& maximum,
                                       const Lanes<U>& difference) {
    const auto part = difference - from;
    return (from - (difference - part)) - (part + maximum);
  }

  /** Of differences among which some are far. Where e^difference is 0, perhaps of -inf, nothing counts as
   * lost. */
  template <int U>
  [[gnu::noinline]] static Lanes<U> far_apart(Lanes<U> x, Lanes<U> maximum) {
    const DifferenceExp exp;
    const auto difference = x - maximum;
    const auto far = select(difference < exp.far_, lost(x, maximum, difference), exp.zero_);
    const auto tail = select(difference < exp.lowest_, exp.zero_, far);
    return exp.exp_(at_least(difference, exp.lowest_), tail, exp.magic_).value();
  }

  Exp exp_;
  Constant magic_{Exp::kMagic + kRaisedBias}, far_{-4.0f}, zero_{0.0f};
  Constant lowest_{-104.67f};  // there n is -151 and the power's pattern 0
};

/** log(s) for s >= 1, to 13 digits, and near 1 as exact as s - 1 is; NaN passes.
 *
 *  Method: s = 2^k m with m in [sqrt(1/2), sqrt(2)], log m = 2 atanh(f), f = (m - 1) / (m + 1), by its
 * series. */
TORCHLET_INLINE Double2 logarithm(Double2 s) {
  using Long2 = std::int64_t __attribute__((vector_size(16)));
  constexpr auto both = [](double value) { return Double2{value, value}; };
  const Long2 bits = (Long2)s;
  const Double2 mantissa = (Double2)((bits & 0xfffffffffffff) | 0x3ff0000000000000);
  const Long2 large = mantissa > both(1.4142135623730951);
  const Double2 m = mantissa * (Double2)((large & (Long2)both(0.5)) | (~large & (Long2)both(1)));
  const Double2 raised = (Double2)((bits >> 52) | 0x4330000000000000);  // 2^52 + k + 1023
  const Double2 k = (raised - both(0x1p52 + 1023)) + (Double2)(large & (Long2)both(1));
  const Double2 f = (m - both(1)) / (m + both(1)), square = f * f;
  Double2 series = both(1.0 / 17);
  for (int odd = 15; odd > 0; odd -= 2) series = series * square + both(1.0 / odd);
  return (k * both(0.6931471805599453) + (f + f) * series) + (s - s);  // s - s: NaN if s is
}

}  // namespace torchlet
