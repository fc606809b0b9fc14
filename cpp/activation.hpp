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
  std::string_view type;  // "float"; "dim": a dimension, or None; "choice": one of the names in `choices`
  double value = 0;       // PyTorch's default; a double, as a float would show as 0.009999999776482582
  double minimum = 0, maximum = 0, step = 0;       // what a slider offers; any number may be typed
  bool required = false;                           // PyTorch has no default: `value` is where a slider starts
  std::span<const std::string_view> choices = {};  // the first is the default
};

/** What PyTorch keeps for the backward pass. */
enum class Saves { kInput, kResult };

/** The facts of one activation. Everything that JavaScript knows of it (nn, nn.functional, types, menus,
 * sliders, tests) is generated from here; the kernels carry none of it. */
struct Spec {
  std::string_view module = {};  // class in torch.nn: "LeakyReLU"; empty for a function that has none, as exp
  std::string_view functional =
      {};                         // function in torch.nn.functional: "leaky_relu"; empty for a module alone
  std::string_view grad_fn = {};  // "LeakyReluBackward0"
  std::string_view kernel = {};   // as PyTorch's dtype errors name it: "leaky_relu_cpu"
  std::string_view family = {};   // "rectifier", "sigmoid", "smooth", "shrink", "row-wise"
  std::string_view formula = {};  // TeX, of x and the parameters
  std::string_view derivative = {};  // TeX; at kinks it states the value that PyTorch returns
  Saves saves = Saves::kInput;
  bool has_inplace = false;     // torch.nn's inplace=, and that of the functional form
  bool has_underscore = false;  // the functional form with a trailing underscore
  bool in_torch = false;        // torch.relu exists beside the functional form
  bool in_tensor = false;       // tensor.relu exists
  // Of the input, PyTorch's in-place forms keep a copy; or the result, which they then differentiate by
  // another formula. That one may refuse a negative first parameter: see web/torch/activations/activation.js.
  Saves inplace_saves = Saves::kInput;
  std::string_view calls =
      {};  // the method that the functional form calls, which decides the words of errors
  std::span<const Parameter> parameters = {};
  std::span<const std::string_view> kinks = {};  // places where f' jumps: a number, or a parameter's name
  std::span<const std::string_view> asymptotes = {};  // "y=1": lines that f approaches
  double ulp = 0;  // the promised largest error of forward over all floats, at default parameters, in ULP
  std::string_view variant =
      {};                        // of the activation before it in the list: its choice of the first parameter
  std::string_view origin = {};  // whose it is, where not PyTorch's
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
  // In float64, by the C library's functions, one number at a time.
  { A::forward_double(0.0, parameters) } -> std::same_as<double>;
  { A::backward_double(0.0, 0.0, parameters) } -> std::same_as<double>;
};

/** One whose in-place form has a formula of its own for the backward pass, from the result. */
template <class A>
concept DifferentiatesResult = Elementwise<A> && requires(const A activation, Lanes<4> lanes) {
  { activation.backward_from_result(lanes, lanes) } -> std::same_as<Lanes<4>>;
};

}  // namespace torchlet
