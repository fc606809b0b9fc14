// Elementary functions on Lanes. Each says its method, its largest error in ULP, its range and where its
// numbers come from.
#pragma once

#include "lanes.hpp"

namespace torchlet {

/** The core of e^x: what remains when a power of two has been split off.
 *
 *  Method: x = n ln 2 + r with |r| <= ln 2 / 2 (Cody and Waite: ln 2 in two parts, the first with 15 bits, so
 * that n times it is exact for |n| < 512), e^r = 1 + r + r^2 q(r) with q of degree 4 by Estrin's scheme. n
 * comes from adding 1.5 * 2^23 to x log2(e), which leaves n in the lowest bits of the sum; an offset folded
 * into that number is an exponent bias for free. The result comes as c * e^r and as 2^(n + bias - 127), to be
 * multiplied by the caller: with c = 2^-24 and a bias 24 larger the product underflows gradually and exactly
 * as it should, at no cost. Error of e^r: 0.99 ULP. Range: |x| < 350; NaN passes through `fraction`.
 *  Coefficients: minimax on |r| <= ln 2 / 2, fitted for torchlet's kernels. */
class Exp {
 public:
  /** c above. */
  TORCHLET_INLINE explicit Exp(float scale)
      : scale_(scale),
        c2_(scale * 0x1.fffffap-2f),
        c3_(scale * 0x1.555492p-3f),
        c4_(scale * 0x1.555a26p-5f),
        c5_(scale * 0x1.12397ep-7f),
        c6_(scale * 0x1.694c8ep-10f) {}

  static constexpr float kMagic = 0x1.8p23f;
  static constexpr float kLog2E = 0x1.715476p0f;

  template <int U>
  struct Parts {
    Lanes<U> fraction;  // c * e^r
    Lanes<U> power;     // 2^(n + bias - 127)
    TORCHLET_INLINE Lanes<U> value() const { return fraction * power; }
  };

  /** magic: kMagic + bias, where bias is the exponent bias of `power`, 127 for 2^n itself. */
  template <int U>
  TORCHLET_INLINE Parts<U> operator()(const Lanes<U>& x, const Constant& magic) const {
    const auto shifted = x * log2e_ + magic;
    const auto n = shifted - magic;
    const auto r = (x - n * ln2_high_) - n * ln2_low_;
    const auto r2 = r * r;
    const auto q = (r * c3_ + c2_) + r2 * ((r * c5_ + c4_) + r2 * c6_);
    return {(r * scale_ + r2 * q) + scale_, shift_into_exponent(shifted)};
  }

 private:
  Constant scale_, c2_, c3_, c4_, c5_, c6_;
  Constant log2e_{kLog2E};
  Constant ln2_high_{0x1.62e4p-1f}, ln2_low_{0x1.7f7d1cp-20f};
};

/** 1 / (1 + e^-x).
 *
 *  Method: c / (c + c e^-x) with c = 2^-24, so that e^-x may reach 2^150 and the result underflows gradually.
 *  Error: 2.48 ULP over all floats, down to the smallest subnormal. NaN passes; -inf gives 0, inf gives 1. */
class Logistic {
 public:
  template <int U>
  TORCHLET_INLINE Lanes<U> operator()(const Lanes<U>& x) const {
    const auto minus_x = at_least(at_most(zero_ - x, upper_), lower_);
    return c_ / (exp_(minus_x, magic_).value() + c_);
  }

 private:
  Exp exp_{1.0f};
  Constant magic_{Exp::kMagic + 103.0f};  // 127 - 24: c is in the power, and e^r keeps its own size
  Constant c_{0x1p-24f}, zero_{0.0f};
  Constant upper_{104.0f};  // e^104 > 2^150: the quotient rounds to 0
  Constant lower_{-70.0f};  // e^-70 < 2^-100: the sum is c
};

/** The hyperbolic tangent.
 *
 *  Method: on |x|, sign restored. Below 0.75 the odd polynomial x + x^3 s(x^2), s of degree 5 by Estrin's
 * scheme; above it 1 - 2e / (1 + e) with e = e^(-2|x|), whose error falls as x grows (1.5 ULP at 0.55, 1.0 at
 * 1). Error: 1.28 ULP over all floats. NaN passes, -0 gives -0, +-inf give +-1; exactly +-1 from 9.01 on. A
 * polynomial of degree 7 up to 1 would give 1.14 ULP for 20 % more time. Coefficients: minimax of the
 * relative error on [0, 0.75] (2^-29.2), fitted for torchlet's kernels. */
class HyperbolicTangent {
 public:
  template <int U>
  TORCHLET_INLINE Lanes<U> operator()(const Lanes<U>& x) const {
    const auto a = at_most(abs(x), saturated_);
    const auto e = exp_(a * minus_two_, magic_).value();
    const auto large = one_ - (e + e) / (e + one_);
    const auto u = a * a;
    const auto u2 = u * u;
    const auto s = (u * s1_ + s0_) + u2 * ((u * s3_ + s2_) + u2 * (u * s5_ + s4_));
    const auto small = a + (a * u) * s;
    return with_sign(select(a < threshold_, small, large), x);
  }

 private:
  Exp exp_{1.0f};
  Constant magic_{Exp::kMagic + 127.0f};
  Constant one_{1.0f}, minus_two_{-2.0f};
  Constant saturated_{
      10.0f};  // tanh rounds to 1 from 9.01 on; e^-20 keeps every intermediate a normal number
  Constant threshold_{0.75f};
  Constant s0_{-0x1.55554ap-2f}, s1_{0x1.110db8p-3f}, s2_{-0x1.b97d3cp-5f}, s3_{0x1.5f785ap-6f};
  Constant s4_{-0x1.f5d36ep-8f}, s5_{0x1.c753ccp-10f};
};

}  // namespace torchlet
