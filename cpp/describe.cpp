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

void print_parameter(const Parameter& parameter) {
  std::fputs("{ \"name\": ", stdout);
  print_text(parameter.name);
  std::fputs(", \"type\": ", stdout);
  print_text(parameter.type);
  if (parameter.type == "dim") {
    std::fputs(", \"default\": null }", stdout);
  } else {
    std::printf(", \"default\": %.17g, \"minimum\": %.17g, \"maximum\": %.17g, \"step\": %.17g }",
                parameter.value, parameter.minimum, parameter.maximum, parameter.step);
  }
}

void print_spec(const Spec& spec, std::size_t index) {
  std::printf("  {\n    \"index\": %zu", index);
  print_flag("elementwise", index < kLoops.size());
  print_field("module", spec.module);
  print_field("functional", spec.functional);
  print_field("grad_fn", spec.grad_fn);
  print_field("kernel", spec.kernel);
  print_field("family", spec.family);
  print_field("formula", spec.formula);
  print_field("derivative", spec.derivative);
  print_field("saves", spec.saves == Saves::kResult ? "result" : "input");
  print_flag("inplace", spec.has_inplace);
  print_flag("in_torch", spec.in_torch);
  print_flag("calls_method", spec.calls_method);
  print_key("parameters");
  std::putchar('[');
  for (const Parameter& parameter : spec.parameters) {
    if (&parameter != spec.parameters.data()) std::fputs(", ", stdout);
    print_parameter(parameter);
  }
  std::putchar(']');
  print_list("kinks", spec.kinks);
  print_list("asymptotes", spec.asymptotes);
  std::fputs("\n  }", stdout);
}

}  // namespace
}  // namespace torchlet

int main() {
  using namespace torchlet;
  std::printf("{ \"hash\": %u, \"activations\": [\n", static_cast<unsigned>(table_hash()));
  for (std::size_t i = 0; i < kSpecs.size(); ++i) {
    if (i > 0) std::fputs(",\n", stdout);
    print_spec(kSpecs[i], i);
  }
  std::fputs("\n] }\n", stdout);
}
