// What an activation is: the facts that the whole project reads (Spec), and what its struct must offer (the
// concepts).
#pragma once

#include <concepts>
#include <span>
#include <string_view>

#include "simd/lanes.hpp"

namespace torchlet {

/** A parameter of torch.nn's constructor and of the functional form, under PyTorch's name. */
struct Parameter {
  std::string_view name;
  std::string_view type;  // "float", or "dim": a dimension, or None
  double value = 0;       // PyTorch's default; a double, as a float would show as 0.009999999776482582
  double minimum = 0, maximum = 0, step = 0;  // what a slider offers; any number may be typed
};

/** What PyTorch keeps for the backward pass. In-place forms have only the result left. */
enum class Saves { kInput, kResult };

/** The facts of one activation. Everything that JavaScript knows of it (nn, nn.functional, types, menus,
 * sliders, tests) is generated from here; the kernels carry none of it. */
struct Spec {
  std::string_view module;      // class in torch.nn: "LeakyReLU"
  std::string_view functional;  // function in torch.nn.functional: "leaky_relu"
  std::string_view grad_fn;     // "LeakyReluBackward0"
  std::string_view kernel;      // as PyTorch's dtype errors name it: "leaky_relu_cpu"
  std::string_view family;      // "rectifier", "sigmoid", "row-wise"
  std::string_view formula;     // TeX, of x and the parameters
  std::string_view derivative;  // TeX; at kinks it states the value that PyTorch returns
  Saves saves = Saves::kInput;
  bool has_inplace = false;   // torch.nn's inplace=, and the functional form with a trailing underscore
  bool in_torch = false;      // torch.relu and tensor.relu exist beside the functional form
  bool calls_method = false;  // the functional form calls tensor.sigmoid(), which decides the words of errors
  std::span<const Parameter> parameters = {};
  std::span<const std::string_view> kinks = {};  // places where f' jumps: a number, or a parameter's name
  std::span<const std::string_view> asymptotes = {};  // "y=1": horizontal lines that f approaches
};

/** An element-wise activation: constructed from its parameters once per call (there its Constants are
 * pinned), then applied to Lanes. `saved` in backward is the input or the result, as the Spec's `saves` says.
 */
template <class A>
concept Elementwise = requires(const A activation, Lanes<4> lanes, const double* parameters) {
  { A::spec } -> std::convertible_to<Spec>;
  A(parameters);
  { activation.forward(lanes) } -> std::same_as<Lanes<4>>;
  { activation.backward(lanes, lanes) } -> std::same_as<Lanes<4>>;
};

}  // namespace torchlet
