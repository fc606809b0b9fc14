// What the losses of logits and their gradients are made of, with the bits of PyTorch's AVX2 kernels: all
// that a training does hangs on these last digits, step by step. They cost several times what the kernels of
// the activations do, which are as exact.
//
// Source: SLEEF's expf, logf and log1pf (u10) with fused steps, as PyTorch calls them.
#pragma once

#include "arithmetic.hpp"

namespace torchlet {
namespace sleef {

TORCHLET_INLINE Float4 power_of_two(Int4 n) { return (Float4)((n + 127) << 23); }

/** e^x. NaN passes; -inf gives 0, inf gives inf. */
inline Float4 exponential(Float4 x) {
  const Float4 magic = splat(0x1.8p23f);
  const Float4 near = detail::pseudo_min(detail::pseudo_max(x, splat(-110)), splat(110));
  const Float4 shifted = near * splat(0x1.715476p0f) + magic, n = shifted - magic;
  const Int4 power = (Int4)shifted - (Int4)magic, half = power >> 1;
  const Float4 r =
      nearly_fused(n, splat(-1.428606765330187045e-06f), nearly_fused(n, splat(-0.693145751953125f), near));
  Float4 u = splat(0.000198527617612853646278381f);
  for (const float c : {0.00139304355252534151077271f, 0.00833336077630519866943359f,
                        0.0416664853692054748535156f, 0.166666671633720397949219f, 0.5f})
    u = nearly_fused(u, r, splat(c));
  u = splat(1) + nearly_fused(r * r, u, r);
  u = u * power_of_two(half) * power_of_two(power - half);
  u = detail::choose((Int4)(x < splat(-104)), splat(0), u);
  return detail::choose((Int4)(x > splat(100)), splat(std::numeric_limits<float>::infinity()), u);
}

/** A number in two floats, the second of what the first has no room for. */
struct Pair {
  Float4 high, low;
};

/** (a + b) as a pair, where |a| >= |b| or a is 0. */
TORCHLET_INLINE Pair sum(Float4 a, Float4 b) {
  const Float4 high = a + b;
  return {high, (a - high) + b};
}

/** n ln 2 + log(1 + m), for 1 + m from 3/4 to 3/2. */
inline Float4 logarithm(Int4 n, Float4 m) {
  // f = m / (2 + m), by the reciprocal and what it leaves; log(1 + m) = 2 atanh(f).
  const Pair below = sum(splat(2), m);
  const Float4 inverse = splat(1) / below.high, f = m * inverse;
  const Float4 left = fused(-below.low, inverse, fused(-below.high, inverse, splat(1)));
  const Float4 rest = fused(f, left, fused(inverse, m, -f));
  const Float4 square = f * f;
  const Float4 series =
      fused(fused(splat(0.3027294874f), square, splat(0.3996108174f)), square, splat(0.6666694880f));
  const Float4 exponent = __builtin_convertvector(n, Float4), ln2 = splat(0.69314718246459960938f);
  const Float4 whole = ln2 * exponent;
  const Float4 part = fused(splat(-1.904654323148236017e-09f), exponent, fused(ln2, exponent, -whole));
  const Pair large = sum(whole, f + f), all = sum(large.high, square * f * series);
  return all.high + (all.low + (large.low + part + (rest + rest)));
}

/** The power of two that a number is divided by, to lie between 3/4 and 3/2. */
TORCHLET_INLINE Int4 power_in(Float4 x) { return (((Int4)(x * splat(1.0f / 0.75f)) >> 23) & 0xff) - 127; }

/** log(1 + x) for x from 0 to 1. NaN passes. */
inline Float4 logarithm_of_one_plus(Float4 x) {
  const Int4 n = power_in(splat(1) + x);
  const Float4 scale = power_of_two(-n);
  return logarithm(n, fused(x, scale, scale - splat(1)));
}

/** log(x) for finite x of at least 1. NaN passes. */
inline Float4 logarithm(Float4 x) {
  const Int4 n = power_in(x);
  return logarithm(n, x * power_of_two(-n) - splat(1));
}

}  // namespace sleef

/** 1 / (1 + e^-x). What is left of 16 numbers is done one by one there, with the C library's exponential,
 * which is the one that Emscripten has too. */
[[gnu::noinline]] inline void sigmoid_of_logits(const float* x, float* to, int count) {
  constexpr int kStep = 16;
  int i = 0;
  for (; i < count / kStep * kStep; i += kWidth) {
    const Float4 e = sleef::exponential(-Lanes<1>::load(x + i).vectors[0]);
    Lanes<1>{splat(1) / (splat(1) + e)}.store(to + i);
  }
  for (; i < count; ++i) to[i] = 1 / (1 + std::exp(-x[i]));
}

/** to[i] = function(x[i]); what is left of a vector as the others. */
template <Float4 (*function)(Float4)>
[[gnu::noinline]] void each_logit(const float* x, float* to, int count) {
  int i = 0;
  for (; i + kWidth <= count; i += kWidth) Lanes<1>{function(Lanes<1>::load(x + i).vectors[0])}.store(to + i);
  for (; i < count; ++i) to[i] = function(splat(x[i]))[0];
}

/** min(x, 0) - log(1 + e^-|x|) */
inline Float4 log_sigmoid_of_logits(Float4 x) {
  const Float4 size = (Float4)((Int4)x & ~detail::kSignBit);
  return detail::pseudo_min(x, splat(0)) - sleef::logarithm_of_one_plus(sleef::exponential(-size));
}

}  // namespace torchlet
