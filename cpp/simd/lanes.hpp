// Lanes: a few interleaved SIMD vectors of float32 with the operators of float; the only file with intrinsics
// or inline assembly.
//
// Two things here decide the speed in WebAssembly, more than any choice of polynomial. Engines compile a
// kernel much as it is written, without hoisting constants out of loops or reordering for latency:
// - a Constant is splat once, before the loop, and pinned to a register (else each use costs three
// instructions);
// - operations on four vectors visit them in turn and pin each result, so that the compiler cannot put the
//   chains of dependent operations one behind the other again; the processor then overlaps their latencies.
// A pin is an empty assembly statement: it emits no instruction.
//
// Natively (clang or g++, for sanitizers and for sweeps over every float) the same code compiles to the
// vectors of that machine. Every operation is IEEE-754 exact and nothing is contracted, so the bits are the
// same everywhere.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <utility>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace torchlet {

using Float4 = float __attribute__((vector_size(16)));
using Int4 = std::int32_t __attribute__((vector_size(16)));
using Double2 = double __attribute__((vector_size(16)));

inline constexpr int kWidth = 4;  // floats in a vector

/** Kernels are inlined whole: a call would put Lanes and Constants into memory. */
#define TORCHLET_INLINE [[gnu::always_inline]] inline

/** Of kInterleaved vectors or more each operation is pinned: fewer are left to the compiler, which makes
 * smaller code. */
inline constexpr int kInterleaved = 4;

template <int U, class Vector>
TORCHLET_INLINE void pin([[maybe_unused]] Vector& vector) {
#if defined(__wasm__)
  if constexpr (U >= kInterleaved) asm volatile("" : "+r"(vector));
#endif
}

/** body(0), body(1) ... body(U - 1), written out: a loop over an array of vectors would keep the array in
 * memory. */
template <int U, class Body>
TORCHLET_INLINE void unroll(Body body) {
  [&]<int... I>(std::integer_sequence<int, I...>) { (body(I), ...); }
  (std::make_integer_sequence<int, U>{});
}

TORCHLET_INLINE Float4 splat(float value) { return Float4{value, value, value, value}; }

/** A vector that stays in a register for the whole loop. */
template <class Vector>
TORCHLET_INLINE Vector hoisted(Vector vector) {
#if defined(__wasm__)
  asm("" : "+r"(vector));  // not volatile: one that a loop does not use is left out
#endif
  return vector;
}

/** A hoisted float32. */
struct Constant {
  Float4 vector;
  TORCHLET_INLINE explicit Constant(float value) : Constant(splat(value)) {}
  TORCHLET_INLINE explicit Constant(Float4 lanes) : vector(hoisted(lanes)) {}
};

template <int U>
struct Mask {
  Int4 vectors[U];
};

template <int U>
struct Lanes {
  static constexpr int kCount = U * kWidth;  // floats in all
  Float4 vectors[U];

  TORCHLET_INLINE static Lanes load(const float* from) {
    Lanes lanes;
    unroll<U>([&](int i) { std::memcpy(&lanes.vectors[i], from + i * kWidth, sizeof(Float4)); });
    return lanes;
  }
  /** One vector from each of U rows that lie `stride` floats apart. */
  TORCHLET_INLINE static Lanes load_rows(const float* from, std::ptrdiff_t stride) {
    Lanes lanes;
    unroll<U>([&](int i) { std::memcpy(&lanes.vectors[i], from + i * stride, sizeof(Float4)); });
    return lanes;
  }
  TORCHLET_INLINE void store(float* to) const {
    unroll<U>([&](int i) { std::memcpy(to + i * kWidth, &vectors[i], sizeof(Float4)); });
  }
  TORCHLET_INLINE void store_rows(float* to, std::ptrdiff_t stride) const {
    unroll<U>([&](int i) { std::memcpy(to + i * stride, &vectors[i], sizeof(Float4)); });
  }
};

/** What all lanes of a row, or of rows side by side, are combined with. */
TORCHLET_INLINE Constant operand(const Lanes<1>& lanes) { return Constant(lanes.vectors[0]); }
template <int U>
TORCHLET_INLINE const Lanes<U>& operand(const Lanes<U>& lanes) {
  return lanes;
}

namespace detail {

template <int U>
TORCHLET_INLINE Float4 get(const Lanes<U>& lanes, int i) {
  return lanes.vectors[i];
}
template <int U>
TORCHLET_INLINE Float4 get(const Constant& constant, int) {
  return constant.vector;
}

/** result[i] = operation(a[i], b[i]), each pinned before the next. */
template <int U, class A, class B, class Operation>
TORCHLET_INLINE Lanes<U> zip(const A& a, const B& b, Operation operation) {
  Lanes<U> result;
  unroll<U>([&](int i) {
    Float4 one = operation(get<U>(a, i), get<U>(b, i));
    pin<U>(one);
    result.vectors[i] = one;
  });
  return result;
}

template <int U, class A, class B, class Operation>
TORCHLET_INLINE Mask<U> compare(const A& a, const B& b, Operation operation) {
  Mask<U> result;
  unroll<U>([&](int i) { result.vectors[i] = operation(get<U>(a, i), get<U>(b, i)); });
  return result;
}

TORCHLET_INLINE Float4 choose(Int4 mask, Float4 yes, Float4 no) {
#if defined(__wasm_simd128__)
  return (Float4)wasm_v128_bitselect((v128_t)yes, (v128_t)no, (v128_t)mask);
#else
  return (Float4)((mask & (Int4)yes) | (~mask & (Int4)no));
#endif
}

/** a < b ? b : a, in one instruction: NaN in a passes, NaN in b does not. */
TORCHLET_INLINE Float4 pseudo_max(Float4 a, Float4 b) {
#if defined(__wasm_simd128__)
  return (Float4)wasm_f32x4_pmax((v128_t)a, (v128_t)b);
#else
  return choose(a < b, b, a);
#endif
}

/** b < a ? b : a, in one instruction: NaN in a passes, NaN in b does not. */
TORCHLET_INLINE Float4 pseudo_min(Float4 a, Float4 b) {
#if defined(__wasm_simd128__)
  return (Float4)wasm_f32x4_pmin((v128_t)a, (v128_t)b);
#else
  return choose(b < a, b, a);
#endif
}

inline constexpr Int4 kSignBit = {INT32_MIN, INT32_MIN, INT32_MIN, INT32_MIN};
inline constexpr Int4 kUpperHalf = {~0xfff, ~0xfff, ~0xfff, ~0xfff};

}  // namespace detail

/** Whether any bit is set. */
TORCHLET_INLINE bool any(Int4 mask) {
#if defined(__wasm_simd128__)
  return wasm_v128_any_true((v128_t)mask);
#else
  return (mask[0] | mask[1] | mask[2] | mask[3]) != 0;
#endif
}

#define TORCHLET_OPERATOR(op)                                                  \
  template <int U>                                                             \
  TORCHLET_INLINE Lanes<U> operator op(const Lanes<U>& a, const Lanes<U>& b) { \
    return detail::zip<U>(a, b, [](Float4 x, Float4 y) { return x op y; });    \
  }                                                                            \
  template <int U>                                                             \
  TORCHLET_INLINE Lanes<U> operator op(const Lanes<U>& a, const Constant& b) { \
    return detail::zip<U>(a, b, [](Float4 x, Float4 y) { return x op y; });    \
  }                                                                            \
  template <int U>                                                             \
  TORCHLET_INLINE Lanes<U> operator op(const Constant& a, const Lanes<U>& b) { \
    return detail::zip<U>(a, b, [](Float4 x, Float4 y) { return x op y; });    \
  }
TORCHLET_OPERATOR(+)
TORCHLET_OPERATOR(-)
TORCHLET_OPERATOR(*)
TORCHLET_OPERATOR(/)
#undef TORCHLET_OPERATOR

#define TORCHLET_COMPARISON(op)                                                         \
  template <int U, class B>                                                             \
  TORCHLET_INLINE Mask<U> operator op(const Lanes<U>& a, const B& b) {                  \
    return detail::compare<U>(a, b, [](Float4 x, Float4 y) { return (Int4)(x op y); }); \
  }
TORCHLET_COMPARISON(<)
TORCHLET_COMPARISON(<=)
TORCHLET_COMPARISON(>)
TORCHLET_COMPARISON(>=)
#undef TORCHLET_COMPARISON

/** a, or b where a < b. A NaN in a passes through; of two zeros a is returned. */
template <int U, class B>
TORCHLET_INLINE Lanes<U> at_least(const Lanes<U>& a, const B& b) {
  return detail::zip<U>(a, b, detail::pseudo_max);
}

/** a, or b where b < a. A NaN in a passes through; of two zeros a is returned. */
template <int U, class B>
TORCHLET_INLINE Lanes<U> at_most(const Lanes<U>& a, const B& b) {
  return detail::zip<U>(a, b, detail::pseudo_min);
}

/** mask ? yes : no */
template <int U, class Yes, class No>
TORCHLET_INLINE Lanes<U> select(const Mask<U>& mask, const Yes& yes, const No& no) {
  Lanes<U> result;
  unroll<U>([&](int i) {
    Float4 one = detail::choose(mask.vectors[i], detail::get<U>(yes, i), detail::get<U>(no, i));
    pin<U>(one);
    result.vectors[i] = one;
  });
  return result;
}

/** |x|, of NaN and zeros too. */
template <int U>
TORCHLET_INLINE Lanes<U> abs(const Lanes<U>& x) {
  return detail::zip<U>(x, x, [](Float4 a, Float4) { return (Float4)((Int4)a & ~detail::kSignBit); });
}

/** The square root, rounded once. */
template <int U>
TORCHLET_INLINE Lanes<U> sqrt(const Lanes<U>& x) {
  return detail::zip<U>(x, x, [](Float4 a, Float4) {
#if defined(__wasm_simd128__)
    return (Float4)wasm_f32x4_sqrt((v128_t)a);
#else
    return Float4{__builtin_sqrtf(a[0]), __builtin_sqrtf(a[1]), __builtin_sqrtf(a[2]), __builtin_sqrtf(a[3])};
#endif
  });
}

/** x without the lowest 12 bits of its fraction: what remains has a square without rounding. */
template <int U>
TORCHLET_INLINE Lanes<U> upper_half(const Lanes<U>& x) {
  return detail::zip<U>(x, x, [](Float4 a, Float4) { return (Float4)((Int4)a & detail::kUpperHalf); });
}

/** magnitude with the sign of `sign`; magnitude must not be negative where sign is positive. */
template <int U, class Magnitude>
TORCHLET_INLINE Lanes<U> with_sign(const Magnitude& magnitude, const Lanes<U>& sign) {
  return detail::zip<U>(magnitude, sign,
                        [](Float4 a, Float4 s) { return (Float4)((Int4)a | ((Int4)s & detail::kSignBit)); });
}

/** The lowest 9 bits of each float's pattern, moved to the places of sign and exponent: see Exp. */
template <int U>
TORCHLET_INLINE Lanes<U> shift_into_exponent(const Lanes<U>& x) {
  return detail::zip<U>(x, x, [](Float4 a, Float4) { return (Float4)((Int4)a << 23); });
}

/** f of one vector after the other, and so without pins: for what is not worth the larger code. */
template <int U, class Function, class... Operands>
TORCHLET_INLINE Lanes<U> one_by_one(const Lanes<U>& x, const Function& f, const Operands&... operands) {
  Lanes<U> result;
  unroll<U>([&](int i) {
    result.vectors[i] = f(Lanes<1>{x.vectors[i]}, Lanes<1>{detail::get<U>(operands, i)}...).vectors[0];
  });
  return result;
}

/** Element i of vector j to element j of vector i. */
TORCHLET_INLINE Lanes<4> transpose(const Lanes<4>& rows) {
  const Float4* v = rows.vectors;
  const Float4 low01 = __builtin_shufflevector(v[0], v[1], 0, 4, 1, 5),
               high01 = __builtin_shufflevector(v[0], v[1], 2, 6, 3, 7);
  const Float4 low23 = __builtin_shufflevector(v[2], v[3], 0, 4, 1, 5),
               high23 = __builtin_shufflevector(v[2], v[3], 2, 6, 3, 7);
  return {__builtin_shufflevector(low01, low23, 0, 1, 4, 5),
          __builtin_shufflevector(low01, low23, 2, 3, 6, 7),
          __builtin_shufflevector(high01, high23, 0, 1, 4, 5),
          __builtin_shufflevector(high01, high23, 2, 3, 6, 7)};
}

/** Four floats as doubles, the first two and the last two. */
struct Doubles {
  Double2 low, high;
};

TORCHLET_INLINE Doubles to_double(Float4 x) {
#if defined(__wasm_simd128__)
  const v128_t v = (v128_t)x;
  return {(Double2)wasm_f64x2_promote_low_f32x4(v),
          (Double2)wasm_f64x2_promote_low_f32x4(wasm_i32x4_shuffle(v, v, 2, 3, 2, 3))};
#else
  return {Double2{x[0], x[1]}, Double2{x[2], x[3]}};
#endif
}

TORCHLET_INLINE Float4 to_float(Doubles x) {
#if defined(__wasm_simd128__)
  const v128_t low = wasm_f32x4_demote_f64x2_zero((v128_t)x.low),
               high = wasm_f32x4_demote_f64x2_zero((v128_t)x.high);
  return (Float4)wasm_i64x2_shuffle(low, high, 0, 2);
#else
  return Float4{static_cast<float>(x.low[0]), static_cast<float>(x.low[1]), static_cast<float>(x.high[0]),
                static_cast<float>(x.high[1])};
#endif
}

#define TORCHLET_OPERATOR(op)                                               \
  TORCHLET_INLINE Doubles operator op(const Doubles& a, const Doubles& b) { \
    return {a.low op b.low, a.high op b.high};                              \
  }
TORCHLET_OPERATOR(+)
TORCHLET_OPERATOR(-)
TORCHLET_OPERATOR(*)
TORCHLET_OPERATOR(/)
#undef TORCHLET_OPERATOR

}  // namespace torchlet
