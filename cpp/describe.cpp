// Prints the table's facts as JSON; the build runs it once and writes web/build/table.js and the types from
// it.
#include <cstdio>

#include "table.hpp"

namespace torchlet {
namespace {

void print_text(std::string_view text) {
  std::putchar('"');
  for (char c : text) {
    if (c == '"' || c == '\\') std::putchar('\\');
    std::putchar(c);
  }
  std::putchar('"');
}

void print_key(const char* key) { std::printf(",\n    \"%s\": ", key); }

void print_field(const char* key, std::string_view value) {
  print_key(key);
  print_text(value);
}

void print_flag(const char* key, bool value) {
  print_key(key);
  std::fputs(value ? "true" : "false", stdout);
}

void print_list(const char* key, std::span<const std::string_view> values) {
  print_key(key);
  std::putchar('[');
  for (const auto& value : values) {
    if (&value != values.data()) std::fputs(", ", stdout);
    print_text(value);
  }
  std::putchar(']');
}

void print_number(const char* key, double value) { std::printf(", \"%s\": %.17g", key, value); }

void print_parameter(const Parameter& parameter) {
  std::fputs("{ \"name\": ", stdout);
  print_text(parameter.name);
  std::fputs(", \"type\": ", stdout);
  print_text(parameter.type);
  if (parameter.type == "dim") {
    if (parameter.value == 0)
      std::fputs(", \"default\": null", stdout);
    else
      print_number("default", parameter.value);
  } else if (parameter.type == "choice") {
    std::fputs(", \"default\": ", stdout);
    print_text(parameter.choices.front());
    print_list("choices", parameter.choices);
  } else {
    print_number("default", parameter.value);
    if (parameter.required) std::fputs(", \"required\": true", stdout);
    print_number("minimum", parameter.minimum);
    print_number("maximum", parameter.maximum);
    print_number("step", parameter.step);
  }
  std::fputs(" }", stdout);
}

void print_spec(const Spec& spec, std::string_view kind, std::size_t index) {
  std::printf("  {\n    \"index\": %zu", index);
  print_field("kind", kind);
  print_field("module", spec.module);
  print_field("functional", spec.functional);
  print_field("grad_fn", spec.grad_fn);
  print_field("kernel", spec.kernel);
  print_field("family", spec.family);
  print_field("formula", spec.formula);
  print_field("derivative", spec.derivative);
  print_field("saves", spec.saves == Saves::kResult ? "result" : "input");
  print_flag("inplace", spec.has_inplace);
  print_flag("underscore", spec.has_underscore);
  print_flag("in_torch", spec.in_torch);
  print_flag("in_tensor", spec.in_tensor);
  print_field("inplace_saves", spec.inplace_saves == Saves::kResult ? "result" : "input");
  print_field("calls", spec.calls);
  print_key("parameters");
  std::putchar('[');
  for (const Parameter& parameter : spec.parameters) {
    if (&parameter != spec.parameters.data()) std::fputs(", ", stdout);
    print_parameter(parameter);
  }
  std::putchar(']');
  print_list("kinks", spec.kinks);
  print_list("asymptotes", spec.asymptotes);
  print_number("ulp", spec.ulp);
  print_field("variant", spec.variant);
  print_field("origin", spec.origin);
  std::fputs("\n  }", stdout);
}

}  // namespace
}  // namespace torchlet

int main() {
  using namespace torchlet;
  std::printf("{ \"hash\": %u, \"activations\": [\n", static_cast<unsigned>(table_hash()));
  for (std::size_t i = 0; i < kElementwise.size(); ++i) {
    print_spec(kElementwise[i], "elementwise", i);
    std::fputs(",\n", stdout);
  }
  for (const auto& [kind, spec] : kOthers) {
    if (&spec != &kOthers[0].second) std::fputs(",\n", stdout);
    print_spec(spec, kind, 0);
  }
  std::fputs("\n] }\n", stdout);
}
