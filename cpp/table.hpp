// The list of activations as tables: loops for the binary, facts for the build.
#pragma once

#include <array>
#include <utility>

#include "activations.hpp"
#include "pairs.hpp"
#include "rowwise.hpp"

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
 * worth their size. Few chains of operations depend so much on latency; where constants fill the registers,
 * more vectors gain nothing. */
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

template <Elementwise A>
constexpr Loops loops_for() {
  if constexpr (DifferentiatesResult<A>)
    return {forward_loop<A>, backward_loop<A>, backward_from_result_loop<A>};
  else
    return {forward_loop<A>, backward_loop<A>, backward_loop<A>};
}

template <Elementwise... A>
constexpr std::array<Loops, sizeof...(A)> loops_of(List<A...>) {
  return {loops_for<A>()...};
}

template <Elementwise... A>
constexpr auto specs_of(List<A...>) {
  return std::to_array<Spec>({A::spec...});
}

inline constexpr auto kLoops = loops_of(Activations{});
/** The element-wise ones, in the order of kLoops. */
inline constexpr auto kElementwise = specs_of(Activations{});
/** The others, each with the name of the operation in web/ that carries it out. */
inline constexpr std::pair<std::string_view, Spec> kOthers[] = {
    {"softmax", Softmax::spec},     {"softmin", Softmin::spec}, {"log_softmax", LogSoftmax::spec},
    {"softmax2d", Softmax2d::spec}, {"glu", GLU::spec},         {"prelu", PReLU::spec}};

/** A number that changes with any fact of the table (FNV-1a). The binary carries it, the generated table.js
 * too. */
consteval std::uint32_t table_hash() {
  std::uint32_t hash = 2166136261u;
  const auto byte = [&](unsigned char value) { hash = (hash ^ value) * 16777619u; };
  const auto text = [&](std::string_view value) {
    for (char c : value) byte(static_cast<unsigned char>(c));
    byte(0);
  };
  const auto number = [&](double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (int i = 0; i < 64; i += 8) byte(static_cast<unsigned char>(bits >> i));
  };
  const auto facts = [&](const Spec& spec) {
    for (auto value : {spec.module, spec.functional, spec.grad_fn, spec.kernel, spec.family, spec.formula,
                       spec.derivative, spec.calls, spec.variant, spec.origin})
      text(value);
    for (bool value : {spec.saves == Saves::kResult, spec.inplace_saves == Saves::kResult, spec.has_inplace,
                       spec.has_underscore, spec.in_torch, spec.in_tensor})
      byte(value);
    for (double value : {spec.ulp, spec.absolute}) number(value);
    for (const Parameter& parameter : spec.parameters) {
      text(parameter.name);
      text(parameter.type);
      for (double value : {parameter.value, parameter.minimum, parameter.maximum, parameter.step})
        number(value);
      byte(parameter.required);
      for (auto choice : parameter.choices) text(choice);
    }
    for (auto kink : spec.kinks) text(kink);
    for (auto asymptote : spec.asymptotes) text(asymptote);
  };
  for (const Spec& spec : kElementwise) facts(spec);
  for (const auto& [kind, spec] : kOthers) text(kind), facts(spec);
  return hash;
}

}  // namespace torchlet
