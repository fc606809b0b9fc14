// Elementary functions on Lanes. Each says its method, its largest error in ULP, its range and where its
// numbers come from.
#pragma once

#include <numbers>

#include "doubles.hpp"

namespace torchlet {

/** The core of e^x: what remains when a power of two has been split off.
 *
 *  Method: x = n ln 2 + r with |r| <= ln 2 / 2 (Cody and Waite: ln 2 in two parts, the first with 15 bits, so
 * that n times it is exact for |n| < 512), e^r = 1 + r + r^2 q(r) with q of degree 4 by Estrin's scheme. n
 * comes from adding 1.5 * 2^23 to x log2(e), which leaves n in the lowest bits of the sum; an offset folded
 * into that number is an exponent bias for free. The result comes as e^r and as 2^(n + bias - 127), to be
 * multiplied by the caller: with a larger bias the product stays clear of the subnormals, and a caller that
 * divides by something as much too large gets a quotient that underflows gradually, exactly as it should, at
 * no cost. Error of e^r: 0.99 ULP. Range: |x| < 350; NaN passes through `fraction`. Coefficients: minimax on
 * |r| <= ln 2 / 2, fitted for torchlet's kernels. */
template <bool kOfMinusX>
class ExpCore {
 public:
  /** factor: of `minus_one` alone. */
  TORCHLET_INLINE explicit ExpCore(float factor = 1)
      : c2_(factor * 0x1.fffffap-2f),
        c3_(kSign * factor * 0x1.555492p-3f),
        c4_(factor * 0x1.555a26p-5f),
        c5_(kSign * factor * 0x1.12397ep-7f),
        c6_(factor * 0x1.694c8ep-10f) {}

  static constexpr float kMagic = 0x1.8p23f;
  static constexpr float kLog2E = 0x1.715476p0f;

  template <int U>
  struct Parts {
    Lanes<U> fraction;  // e^r
    Lanes<U> power;     // 2^(n + bias - 127)
    TORCHLET_INLINE Lanes<U> value() const { return fraction * power; }
  };

  /** magic: kMagic + bias, where bias is the exponent bias of `power`, 127 for 2^n itself. */
  template <int U, class Magic>
  TORCHLET_INLINE Parts<U> operator()(const Lanes<U>& x, const Magic& magic) const {
    const auto shifted = x * log2e_ + magic;
    return parts(reduced(x, shifted - magic), shifted);
  }
  /** Of x + tail, where the tail is some digits that x has no room for. */
  template <int U>
  TORCHLET_INLINE Parts<U> operator()(const Lanes<U>& x, const Lanes<U>& tail, const Constant& magic) const {
    const auto shifted = x * log2e_ + magic;
    return parts(reduced(x, shifted - magic) + tail, shifted);
  }
  /** 2^octaves, for an exponent that float32 would round too much. */
  template <int U>
  TORCHLET_INLINE Parts<U> operator()(const DoubleLanes<U>& octaves, const DoubleConstant& magic) const {
    const auto shifted = octaves + magic;
    return parts(to_float((octaves - (shifted - magic)) * ln2_), shifted);
  }

  /** e^x 2^(bias - 127) in float64, without the rounding of e^r. Error: 0.55 of float32's ULP, and 1.02 where
   * the power is 2^-126, so that its product with e^r - 1 is subnormal. */
  template <int U>
  TORCHLET_INLINE DoubleLanes<U> unrounded(const Lanes<U>& x, const Constant& magic) const {
    const auto parts = minus_one(x, magic);
    return to_double(parts.power) + to_double(parts.value());
  }

  /** e^r - 1 and 2^(n + bias - 127). */
  template <int U>
  TORCHLET_INLINE Parts<U> minus_one(const Lanes<U>& x, const Constant& magic) const {
    const auto shifted = x * log2e_ + magic;
    return {growth(reduced(x, shifted - magic)), shift_into_exponent(shifted)};
  }
  /** factor (e^r - 1) and 2^(n + bias - 127), for factor = head + rest: with a power of two for the head,
   * factor r is nearly exact. */
  template <int U>
  TORCHLET_INLINE Parts<U> minus_one(const Lanes<U>& x, const Constant& magic, const Constant& head,
                                     const Constant& rest) const {
    const auto shifted = x * log2e_ + magic;
    const auto r = reduced(x, shifted - magic);
    return {r * head + (r * rest + square_term(r)), shift_into_exponent(shifted)};
  }

 private:
  // e^-x: the remainder r is kept with the other sign, and so are the constants that meet it an odd number of
  // times.
  static constexpr float kSign = kOfMinusX ? -1.0f : 1.0f;

  template <int U>
  TORCHLET_INLINE Lanes<U> reduced(const Lanes<U>& x, const Lanes<U>& n) const {
    return (x - n * ln2_high_) - n * ln2_low_;
  }
  /** factor r^2 q(r) */
  template <int U>
  TORCHLET_INLINE Lanes<U> square_term(const Lanes<U>& r) const {
    const auto r2 = r * r;
    return r2 * ((r * c3_ + c2_) + r2 * ((r * c5_ + c4_) + r2 * c6_));
  }
  /** e^r - 1 */
  template <int U>
  TORCHLET_INLINE Lanes<U> growth(const Lanes<U>& r) const {
    if constexpr (kOfMinusX)
      return square_term(r) - r;
    else
      return r + square_term(r);
  }
  /** shifted: Lanes or DoubleLanes, with n + bias in the lowest bits. */
  template <int U, class Shifted>
  TORCHLET_INLINE Parts<U> parts(const Lanes<U>& r, const Shifted& shifted) const {
    return {growth(r) + one_, shift_into_exponent(shifted)};
  }

  Constant one_{1.0f};
  Constant c2_, c3_, c4_, c5_, c6_;
  Constant log2e_{kSign * kLog2E};
  Constant ln2_high_{kSign * 0x1.62e4p-1f}, ln2_low_{kSign * 0x1.7f7d1cp-20f};
  DoubleConstant ln2_{kSign * std::numbers::ln2};
};

using Exp = ExpCore<false>;
/** e^-x with the same bits, for one operation less than a negation would cost. */
using ExpOfMinus = ExpCore<true>;

/** e^x over the whole range, underflowing gradually and overflowing to infinity.
 *
 *  Method: no power of two spans both ends, so e^r takes 2^-24 of it below 0 and 2 of it above.
 *  Error: 0.99 ULP over all floats. NaN passes; -inf gives 0, inf gives inf. */
class Exponential {
 public:
  template <int U>
  TORCHLET_INLINE Lanes<U> operator()(const Lanes<U>& x) const {
    const auto negative = x < zero_;
    const auto parts = exp_(at_least(at_most(x, upper_), lower_), select(negative, below_, above_));
    return (parts.fraction * select(negative, small_, two_)) * parts.power;
  }

 private:
  Exp exp_;
  Constant zero_{0.0f}, small_{0x1p-24f}, two_{2.0f};
  Constant below_{Exp::kMagic + 127.0f + 24.0f}, above_{Exp::kMagic + 127.0f - 1.0f};
  Constant lower_{-104.0f};  // e^-104 < 2^-150 rounds to 0
  Constant upper_{89.0f};    // e^89 > 2^128
};

/** e^x 2^31 for x up to 66, exactly 0 below -109.1: for quotients whose tail then is right to the smallest
 * subnormal, since both sides stay normal numbers until the one rounding of the division. Error: 0.99 ULP.
 * NaN passes. */
class RaisedExp {
 public:
  static constexpr float kOne = 0x1p31f;  // what stands for 1 beside it

  template <int U>
  TORCHLET_INLINE Lanes<U> operator()(const Lanes<U>& x) const {
    return exp_(at_least(x, lower_), magic_).value();
  }
  /** 2^octaves 2^31, for exponents that float32 would round too much: from -158, where it is 0, to 96. */
  template <int U>
  TORCHLET_INLINE Lanes<U> operator()(const DoubleLanes<U>& octaves) const {
    return exp_(octaves, double_magic_).value();
  }
  /** In float64: see ExpCore. */
  template <int U>
  TORCHLET_INLINE DoubleLanes<U> unrounded(const Lanes<U>& x) const {
    return exp_.unrounded(at_least(x, lower_), magic_);
  }

 private:
  Exp exp_;
  Constant magic_{Exp::kMagic + 127.0f + 31.0f};
  DoubleConstant double_magic_{0x1.8p52 + 127 + 31};
  Constant lower_{-109.5f};  // there n + 158 = 0, the pattern of 0
};

/** 1 / (1 + e^-x).
 *
 *  Method: both sides lowered by 2^-24, so that e^-x may reach 2^150 and the result underflows gradually.
 *  Error: 2.48 ULP over all floats, down to the smallest subnormal. NaN passes; -inf gives 0, inf gives 1.
 * (The form e^x / (e^x + 1) would be as near, but misses the exact 1 that PyTorch prints from 16.6 on.) */
class Logistic {
 public:
  template <int U>
  TORCHLET_INLINE Lanes<U> operator()(const Lanes<U>& x) const {
    return c_ / (exp_(at_most(at_least(x, lower_), upper_), magic_).value() + c_);
  }

 private:
  ExpOfMinus exp_;
  Constant magic_{Exp::kMagic + 127.0f - 24.0f};
  Constant c_{0x1p-24f};
  Constant lower_{-104.0f};  // e^104 > 2^150: the quotient rounds to 0
  Constant upper_{70.0f};    // e^-70 < 2^-100: the sum is c
};

/** What a factor * (e^x - 1) is known to be: e^x - 1 itself, of any factor, and that even for large x. */
enum class Growth { kUnit, kScaled, kGrowing };

/** factor * (e^x - 1) for x <= 0, or where kGrowing for any x: then it overflows to infinity as it should.
 *
 *  Method: factor (e^r - 1) 2^n + factor (2^n - 1), the factor folded into the polynomial. Where x may be
 * large, 2^n is kept at half its size and the result doubled, so that it is never infinite. Error: 0.93 ULP
 * for the factor 1, 1.4 for others; with the factor 1 all three have the same bits. NaN passes; -0 gives 0.
 */
template <Growth kGrowth>
class ExpMinusOne {
 public:
  TORCHLET_INLINE explicit ExpMinusOne(double factor = 1, bool growing = false)
      : exp_(static_cast<float>(factor)),
        factor_(static_cast<float>(factor)),
        head_(head(factor)),
        rest_(static_cast<float>(factor - head(factor))),
        magic_(Exp::kMagic + (growing ? 126.0f : 127.0f)),
        whole_(growing ? 0.5f : 1.0f),
        twice_(growing ? 2.0f : 1.0f) {}

  template <int U>
  TORCHLET_INLINE Lanes<U> operator()(const Lanes<U>& x) const {
    const auto bounded = at_least(x, lower_);
    if constexpr (kGrowth == Growth::kUnit) {
      const auto parts = exp_.minus_one(bounded, magic_);
      return parts.fraction * parts.power + (parts.power - whole_);
    } else if constexpr (kGrowth == Growth::kScaled) {
      return scaled(exp_.minus_one(bounded, magic_, head_, rest_));
    } else {
      return scaled(exp_.minus_one(at_most(bounded, upper_), magic_, head_, rest_)) * twice_;
    }
  }

 private:
  /** The power of two below the factor, with its sign: its bits without the fraction. */
  static float head(double factor) {
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(static_cast<float>(factor)) & 0xff800000u);
  }
  template <int U>
  TORCHLET_INLINE Lanes<U> scaled(const Exp::Parts<U>& parts) const {
    return parts.fraction * parts.power + (parts.power - whole_) * factor_;
  }

  Exp exp_;
  Constant factor_, head_, rest_, magic_, whole_, twice_;
  Constant lower_{-20.0f};  // there e^x - 1 rounds to -1
  Constant upper_{89.0f};   // e^89 > 2^128
};

/** log(1 + e^-|x|) in float64: what softplus adds to max(0, x).
 *
 *  Method: e P(e) / Q(e) with e = e^-|x|, P and Q of degrees 2 and 3, both in float64 but for e^r - 1. The
 * exponential is raised by 2^24, and the coefficients lowered with it, so that it always is a normal number.
 * Error: 0.78 of float32's ULP, so 1.28 after the rounding to it. NaN passes. Coefficients: minimax of the
 * relative error on [0, 1] (2^-25.7; a degree more in P would give 2^-30), fitted for torchlet's kernels. */
class LogOnePlusExp {
 public:
  template <int U>
  TORCHLET_INLINE DoubleLanes<U> operator()(const Lanes<U>& x) const {
    const auto e = exp_.unrounded(at_most(abs(x), upper_), magic_);
    const auto p = (e * p2_ + p1_) * e + p0_;
    const auto q = ((e + q2_) * e + q1_) * e + q0_;
    return (e * p) / q;
  }

 private:
  ExpOfMinus exp_;
  Constant magic_{Exp::kMagic + 127.0f + 24.0f};
  Constant upper_{104.0f};  // e^-104 < 2^-150 rounds to 0
  DoubleConstant p0_{0x1.0147a16e86612p+53}, p1_{0x1.be3907aab161ap+28}, p2_{0x1.fd79146af8e4fp+1};
  DoubleConstant q0_{0x1.0147a1c078c29p+77}, q1_{0x1.5fc033e286baep+53}, q2_{0x1.e7dcf6fc091fcp+27};
};

/** The hyperbolic tangent.
 *
 *  Method: x P(x^2) / Q(x^2) in float64, P and Q of degrees 4 and 5: no case needs another formula, and the
 * rounding of the result is nearly all. Error: 0.53 ULP over all floats. NaN passes, -0 gives -0, +-inf
 * give +-1; exactly +-1 from 9.01 on. Coefficients: minimax of the relative error on [0, 9.5] (2^-29.1),
 * fitted for torchlet's kernels. */
class HyperbolicTangent {
 public:
  template <int U>
  TORCHLET_INLINE Lanes<U> operator()(const Lanes<U>& x) const {
    const auto bounded = to_double(at_least(at_most(x, upper_), lower_));
    const auto u = bounded * bounded;
    const auto p = (((u * p4_ + p3_) * u + p2_) * u + p1_) * u + p0_;
    const auto q = ((((u + q4_) * u + q3_) * u + q2_) * u + q1_) * u + q0_;
    return to_float((bounded * p) / q);
  }

 private:
  Constant upper_{9.5f}, lower_{-9.5f};  // tanh rounds to 1 from 9.01 on
  DoubleConstant p0_{0x1.580f121bb49b2p+30}, p1_{0x1.7acb96510f85ep+27}, p2_{0x1.5e72b8c28e9fp+22},
      p3_{0x1.5ce5017db043bp+15}, p4_{0x1.18253ee2a2eb5p+6};
  DoubleConstant q0_{0x1.580f1225674a8p+30}, q1_{0x1.4412464b3a60bp+29}, q2_{0x1.3033d6e57f575p+25},
      q3_{0x1.24b081500e099p+19}, q4_{0x1.1ad533b6f34e7p+11};
};

/** x - tanh(x).
 *
 *  Method: on |x|, sign restored. Below 0.85 the odd series x^3 p(x^2), p of degree 7, as the difference
 * would cancel; above it (|x| - 1) + 2e / (1 + e) with e = e^(-2|x|). Error: see Tanhshrink. NaN passes; both
 * zeros give 0, +-inf give +-inf. Coefficients: minimax of the relative error up to 1.03 (2^-26.9), fitted
 * for torchlet's kernels. */
class MinusTanh {
 public:
  template <int U>
  TORCHLET_INLINE Lanes<U> operator()(const Lanes<U>& x) const {
    const auto a = abs(x);
    const auto e = exp_(at_least(a * minus_two_, lower_), magic_).value();
    const auto large = (a - one_) + (e + e) / (e + one_);
    const auto u = a * a;
    const auto u2 = u * u;
    const auto low = (u * p2_ + p1_) + u2 * (u * p4_ + p3_);
    const auto rest = low + (u2 * u2) * ((u * p6_ + p5_) + u2 * p7_);
    const auto small = (a * u) * (u * rest + p0_);
    return with_sign(select(a < threshold_, small, large), x) + zero_;
  }

 private:
  Exp exp_;
  Constant magic_{Exp::kMagic + 127.0f};
  Constant one_{1.0f}, minus_two_{-2.0f}, lower_{-60.0f}, zero_{0.0f};
  Constant threshold_{0.85f};
  Constant p0_{0x1.555556p-2f}, p1_{-0x1.1110e6p-3f}, p2_{0x1.ba0e38p-5f}, p3_{-0x1.657e2p-6f};
  Constant p4_{0x1.1c07bp-7f}, p5_{-0x1.9e48a4p-9f}, p6_{0x1.d1d8e4p-11f}, p7_{-0x1.15b0d4p-13f};
};

/** The normal distribution's lower tail Phi(-a) = erfc(a / sqrt 2) / 2 for a >= 0, as a product:
 * e^(-a^2 / 2) P(a) / Q(a), and the density beside it.
 *
 *  Method: -a^2 / 2 in two parts (h = a with 12 bits cleared: -h^2 / 2 is exact, -(a + h)(a - h) / 2 is
 * small), so that a large exponent loses nothing; P and Q of degrees 4 and 5. The exponential is raised by
 * 2^25 and Q with it, so that products with the quotient underflow gradually; it is exactly 0 from 14.5 on.
 *  Error of a * Phi(-a): 7 ULP for every a. Coefficients: minimax of P / Q, fitted for torchlet's kernels. */
class NormalTail {
 public:
  template <int U>
  struct Parts {
    Lanes<U> exponential;  // 2^25 e^(-a^2 / 2)
    Lanes<U> quotient;     // 2^-25 P / Q
  };

  template <int U>
  TORCHLET_INLINE Parts<U> operator()(const Lanes<U>& a) const {
    const auto c = at_most(a, upper_);
    const auto h = upper_half(c);
    const auto e = exp_((h * h) * minus_half_, ((c + h) * (c - h)) * minus_half_, magic_).value();
    const auto c2 = c * c;
    const auto p = ((c * p1_ + p0_) + c2 * (c * p3_ + p2_)) + (c2 * c2) * p4_;
    const auto q = ((c * q1_ + q0_) + c2 * (c * q3_ + q2_)) + (c2 * c2) * (c * q5_ + q4_);
    return {e, p / q};
  }

 private:
  static constexpr float kRaise = 0x1p25f;
  Exp exp_;
  Constant magic_{Exp::kMagic + 127.0f + 25.0f};
  Constant minus_half_{-0.5f};
  Constant upper_{14.5f};  // -a^2 / 2 gives n + 152 = 0 there, the pattern of 0
  Constant p0_{0.5f}, p1_{0x1.c065b0p-2f}, p2_{0x1.76a5c8p-3f}, p3_{0x1.4c0898p-5f}, p4_{0x1.0cc65ep-8f};
  Constant q0_{kRaise}, q1_{kRaise * 0x1.ac7508p+0f}, q2_{kRaise * 0x1.338522p+0f};
  Constant q3_{kRaise * 0x1.dfec12p-2f}, q4_{kRaise * 0x1.a02b5cp-4f}, q5_{kRaise * 0x1.50daf6p-7f};
};

}  // namespace torchlet
