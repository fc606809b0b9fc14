// Loops that carry an element-wise activation over a buffer, forward and backward.
#pragma once

#include "activations.hpp"

namespace torchlet {

/** In place over a buffer whose length is rounded up to whole Lanes: a tail runs the same vector code as the
 * body. */
using Forward = void (*)(float* x, int count, const double* parameters);
/** grad becomes the gradient of the input; saved is the input or the result, as Spec::saves says. */
using Backward = void (*)(float* grad, const float* saved, int count, const double* parameters);

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

/** Buffers are padded to multiples of this many floats, whole steps of any loop. */
inline constexpr int kBlock = 4 * kWidth;
inline constexpr int kMaxParameters = 2;

/** An activation may name a Special that serves some of its parameters. */
template <class A>
[[gnu::noinline]] void forward_loop(float* x, int count, const double* parameters) {
  if constexpr (requires { typename A::Special; })
    if (A::is_special(parameters)) return forward_loop<typename A::Special>(x, count, parameters);
  using Step = Lanes<unroll_of<A>()>;
  static_assert(kBlock % Step::kCount == 0);
  const A activation(parameters);
  for (int i = 0; i < count; i += Step::kCount) activation.forward(Step::load(x + i)).store(x + i);
}

/** Backward passes interleave less: they are rarer, and each vector more would cost a third of their size. */
inline constexpr int kBackwardUnroll = 1;

template <Elementwise A>
void backward_loop(float* grad, const float* saved, int count, const double* parameters) {
  using Step = Lanes<kBackwardUnroll>;
  const A activation(parameters);
  for (int i = 0; i < count; i += Step::kCount)
    activation.backward(Step::load(grad + i), Step::load(saved + i)).store(grad + i);
}

template <Elementwise A>
void backward_from_result_loop(float* grad, const float* result, int count, const double* parameters) {
  using Step = Lanes<kBackwardUnroll>;
  const A activation(parameters);
  for (int i = 0; i < count; i += Step::kCount)
    activation.backward_from_result(Step::load(grad + i), Step::load(result + i)).store(grad + i);
}

}  // namespace torchlet
