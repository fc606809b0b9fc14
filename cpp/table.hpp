// The list of activations as tables: loops for the binary, facts for the build.
#pragma once

#include <array>
#include <utility>

#include "loops.hpp"
#include "pairs.hpp"
#include "rowwise.hpp"

namespace torchlet {

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

/** The same in float64, one number at a time, by the C library's functions. */
struct DoubleForms {
  double (*forward)(double x, const double* values);
  double (*backward)(double grad, double saved, const double* values);
  double (*backward_from_result)(double grad, double result, const double* values);
};

template <Elementwise A>
constexpr DoubleForms double_forms_for() {
  constexpr auto kForward = static_cast<double (*)(double, const double*)>(A::forward_double);
  constexpr auto kBackward = static_cast<double (*)(double, double, const double*)>(A::backward_double);
  if constexpr (requires(double x, const double* values) { A::backward_from_result_double(x, x, values); })
    return {kForward, kBackward,
            static_cast<double (*)(double, double, const double*)>(A::backward_from_result_double)};
  else
    return {kForward, kBackward, kBackward};
}

template <Elementwise... A>
constexpr std::array<DoubleForms, sizeof...(A)> double_forms_of(List<A...>) {
  return {double_forms_for<A>()...};
}

template <Elementwise... A>
constexpr auto specs_of(List<A...>) {
  return std::to_array<Spec>({A::spec...});
}

inline constexpr auto kLoops = loops_of(Activations{});
inline constexpr auto kDoubleForms = double_forms_of(Activations{});
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
    number(spec.ulp);
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
