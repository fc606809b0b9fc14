// Loops that carry an element-wise activation over arrays, forward and backward.
#pragma once

#include <cstring>

#include "activations.hpp"

namespace torchlet {

/** From x to y, which may be x, in whole Lanes: the length is rounded up to a multiple of kBlock. */
using Forward = void (*)(const float* x, float* y, int count, const double* parameters);
/** The gradient of the input goes to `to`, which may be either; saved is the input or the result, as
 * Spec::saves says. */
using Backward = void (*)(const float* grad, const float* saved, float* to, int count,
                          const double* parameters);

struct Loops {
  Forward forward;
  Backward backward;
  Backward backward_from_result;  // what in-place forms use, where it is not `backward`
};

/** Vectors that a loop interleaves: 2, or the 4 that an activation asks for where they were measured to be
 * worth their size, as in long chains of dependent operations. */
template <class A>
constexpr int unroll_of() {
  if constexpr (requires { A::kUnroll; }) return A::kUnroll;
  return 2;
}

/** Loops go over multiples of this many floats, whole steps of any of them. */
inline constexpr int kBlock = 4 * kWidth;
inline constexpr int kMaxParameters = 2;

/** Carries a loop over exactly `count` elements: what is left of a block is copied to one of its own, so that
 * a tail runs the same vector code as the body, and nothing behind it is written. */
template <class Loop>
void over(int count, const float* a, const float* b, float* to, Loop loop) {
  const int rest = count % kBlock, whole = count - rest;
  if (whole > 0) loop(a, b, to, whole);
  if (rest == 0) return;
  float tails[2][kBlock] = {};
  const std::size_t bytes = static_cast<std::size_t>(rest) * sizeof(float);
  std::memcpy(tails[0], a + whole, bytes);
  if (b != nullptr) std::memcpy(tails[1], b + whole, bytes);
  loop(tails[0], tails[1], tails[0], kBlock);
  std::memcpy(to + whole, tails[0], bytes);
}

/** An activation may name a Special that serves some of its parameters. */
template <class A>
[[gnu::noinline]] void forward_loop(const float* x, float* y, int count, const double* parameters) {
  if constexpr (requires { typename A::Special; })
    if (A::is_special(parameters)) return forward_loop<typename A::Special>(x, y, count, parameters);
  using Step = Lanes<unroll_of<A>()>;
  static_assert(kBlock % Step::kCount == 0);
  const A activation(parameters);
  for (int i = 0; i < count; i += Step::kCount) activation.forward(Step::load(x + i)).store(y + i);
}

/** Vectors that a backward pass interleaves: 9 % faster than one by one, in the mean; more were not. */
inline constexpr int kBackwardUnroll = 2;

template <Elementwise A>
void backward_loop(const float* grad, const float* saved, float* to, int count, const double* parameters) {
  using Step = Lanes<kBackwardUnroll>;
  const A activation(parameters);
  for (int i = 0; i < count; i += Step::kCount)
    activation.backward(Step::load(grad + i), Step::load(saved + i)).store(to + i);
}

template <Elementwise A>
void backward_from_result_loop(const float* grad, const float* result, float* to, int count,
                               const double* parameters) {
  using Step = Lanes<kBackwardUnroll>;
  const A activation(parameters);
  for (int i = 0; i < count; i += Step::kCount)
    activation.backward_from_result(Step::load(grad + i), Step::load(result + i)).store(to + i);
}

}  // namespace torchlet
