// Arithmetic of arrays, element by element: two operands, and the steps that optimisers are
// made of. Each step is rounded as PyTorch's CPU kernels round it.
#pragma once

#include <algorithm>
#include <cmath>

#include "simd/doubles.hpp"

namespace torchlet {

/** to = f(a, b, c, to), from arrays to an array that may be any of them, in whole steps of kArithmeticStep
 * floats. */
using ArithmeticLoop = void (*)(const float* a, const float* b, float* to, int count, const float* numbers);

inline constexpr int kArithmeticUnroll = 2;
inline constexpr int kArithmeticStep = kArithmeticUnroll * kWidth;
using ArithmeticLanes = Lanes<kArithmeticUnroll>;

/** Operations of two operands; the second, or the first, may be a single number. */
enum class Operands { kArrays, kNumberLast, kNumberFirst };

struct Add {
  TORCHLET_INLINE static auto of(const auto& a, const auto& b) { return a + b; }
};
struct Subtract {
  TORCHLET_INLINE static auto of(const auto& a, const auto& b) { return a - b; }
};
struct Multiply {
  TORCHLET_INLINE static auto of(const auto& a, const auto& b) { return a * b; }
};
struct Divide {
  TORCHLET_INLINE static auto of(const auto& a, const auto& b) { return a / b; }
};

/** Of one array. */
struct SquareRoot {
  TORCHLET_INLINE static auto of(const auto& a, const Constant&) { return sqrt(a); }
};
struct Absolute {
  TORCHLET_INLINE static auto of(const auto& a, const Constant&) { return abs(a); }
};
struct Square {
  TORCHLET_INLINE static auto of(const auto& a, const Constant&) { return a * a; }
};

template <class Operation, Operands form>
[[gnu::noinline]] void binary_loop(const float* a, const float* b, float* to, int count,
                                   const float* numbers) {
  const Constant number(numbers[0]);
  for (int i = 0; i < count; i += kArithmeticStep) {
    const auto x = ArithmeticLanes::load(a + i);
    if constexpr (form == Operands::kArrays)
      Operation::of(x, ArithmeticLanes::load(b + i)).store(to + i);
    else if constexpr (form == Operands::kNumberLast)
      Operation::of(x, number).store(to + i);
    else
      Operation::of(number, x).store(to + i);
  }
}

/** A float64 sum that lies midway between two float32 and was itself rounded, moved to the side where the
 * exact value lies: by between .5 and 1.25 of its last places. Knuth's TwoSum finds what it has lost. */
inline float settled(double product, double c, double sum) {
  const double part = sum - product;
  const double lost = product - (sum - part) + (c - part);
  const double sign = lost > 0 ? 1 : lost < 0 ? -1 : lost;
  return static_cast<float>(sum + sign * std::fabs(sum) * (1.25 * 0x1p-53));
}

[[gnu::noinline]] inline Float4 settled_lanes(Float4 a, Float4 b, Float4 c, Float4 near) {
  Float4 result = near;
  for (int i = 0; i < kWidth; ++i) {
    const double product = static_cast<double>(a[i]) * b[i], sum = product + c[i];
    const double back = near[i], other = sum + (sum - back);
    if (other != back && static_cast<double>(static_cast<float>(other)) == other)
      result[i] = settled(product, c[i], sum);
  }
  return result;
}

/** a * b + c, rounded once, as the processor's fused instruction does: the product is exact in float64, so
 * rounding the sum again goes wrong only where it lies midway between two float32. The same as `fma` in
 * web/core/numbers/float.js. */
TORCHLET_INLINE Float4 fused(Float4 a, Float4 b, Float4 c) {
  const Doubles sum = to_double(a) * to_double(b) + to_double(c);
  const Float4 near = to_float(sum);
  const Doubles back = to_double(near), other = sum + (sum - back), again = to_double(to_float(other));
  const Int4 low = (Int4)(other.low != back.low) & (Int4)(again.low == other.low),
             high = (Int4)(other.high != back.high) & (Int4)(again.high == other.high);
  return any(low | high) ? settled_lanes(a, b, c, near) : near;
}

/** The same but for the one sum in 2^29 that lies midway: for chains of steps. */
TORCHLET_INLINE Float4 nearly_fused(Float4 a, Float4 b, Float4 c) {
  return to_float(to_double(a) * to_double(b) + to_double(c));
}

/** Steps of optimisers: from `to` and b, and c where there is one, to `to`; p, q, r are numbers. */
struct AddScaled {  // to + p b
  TORCHLET_INLINE static Float4 of(Float4 to, Float4 b, Float4, Float4 p, Float4, Float4) {
    return fused(b, p, to);
  }
};
struct Lerp {  // to + p (b - to)
  TORCHLET_INLINE static Float4 of(Float4 to, Float4 b, Float4, Float4 p, Float4, Float4) {
    return fused(p, b - to, to);
  }
};
struct AddSquares {  // q to + p b b
  TORCHLET_INLINE static Float4 of(Float4 to, Float4 b, Float4, Float4 p, Float4 q, Float4) {
    return fused(p * b, b, to * q);
  }
};
struct AddQuotients {  // to + p b / (sqrt(c) / q + r)
  TORCHLET_INLINE static Float4 of(Float4 to, Float4 b, Float4 c, Float4 p, Float4 q, Float4 r) {
    return to + (p * b) / (sqrt(Lanes<1>{c}).vectors[0] / q + r);
  }
};

/** a is the array that changes; b and c lie one behind the other in steps, as `step` loads them. */
template <class Step>
[[gnu::noinline]] void step_loop(const float* b, const float* c, float* to, int count, const float* numbers) {
  const Float4 p = splat(numbers[0]), q = splat(numbers[1]), r = splat(numbers[2]);
  for (int i = 0; i < count; i += kWidth)
    Lanes<1>{Step::of(Lanes<1>::load(to + i).vectors[0], Lanes<1>::load(b + i).vectors[0],
                      Lanes<1>::load(c + i).vectors[0], p, q, r)}
        .store(to + i);
}

/** By their numbers in web/core/kernels/combining.js. What is not here is there: a - 1 is a + -1, 1 + a is a
 * + 1.
 */
inline constexpr ArithmeticLoop kArithmetic[] = {binary_loop<Add, Operands::kArrays>,
                                                 binary_loop<Subtract, Operands::kArrays>,
                                                 binary_loop<Multiply, Operands::kArrays>,
                                                 binary_loop<Divide, Operands::kArrays>,
                                                 binary_loop<Add, Operands::kNumberLast>,
                                                 binary_loop<Multiply, Operands::kNumberLast>,
                                                 binary_loop<Divide, Operands::kNumberLast>,
                                                 binary_loop<Subtract, Operands::kNumberFirst>,
                                                 binary_loop<Divide, Operands::kNumberFirst>,
                                                 step_loop<AddScaled>,
                                                 step_loop<Lerp>,
                                                 step_loop<AddSquares>,
                                                 step_loop<AddQuotients>,
                                                 binary_loop<SquareRoot, Operands::kNumberLast>,
                                                 binary_loop<Absolute, Operands::kNumberLast>,
                                                 binary_loop<Square, Operands::kNumberLast>};

/** Carries a loop over exactly `count` elements: what is left of a step is copied to one of its own, so that
 * a tail runs the same code as the body, and nothing behind it is touched. `to` may be a or b. */
inline void arithmetic(int kind, const float* a, const float* b, float* to, int count, const float* numbers) {
  const auto loop = kArithmetic[kind];
  const int rest = count % kArithmeticStep, whole = count - rest;
  if (whole > 0) loop(a, b, to, whole, numbers);
  if (rest == 0) return;
  float tails[3][kArithmeticStep] = {};
  std::copy_n(a + whole, rest, tails[0]);
  std::copy_n(b + whole, rest, tails[1]);
  std::copy_n(to + whole, rest, tails[2]);
  loop(tails[0], tails[1], tails[2], kArithmeticStep, numbers);
  std::copy_n(tails[2], rest, to + whole);
}

}  // namespace torchlet
