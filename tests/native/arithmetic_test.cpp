// Arithmetic over lengths, against plain loops and the processor's own fused multiply-add: the same bits, and
// nothing touched beside the result.
#include <bit>
#include <cstdio>
#include <random>
#include <vector>

#include "logits.hpp"
#include "products_test.hpp"

using namespace torchlet;

namespace {

std::mt19937 generator(20261130);

/** Of few digits and many exponents, so that sums lie midway between two floats again and again. */
std::vector<float> awkward_floats(int count) {
  std::uniform_int_distribution<int> digits(-4097, 4097), exponent(-30, 30), kind(0, 3);
  std::normal_distribution<float> normal(0, 3);
  std::vector<float> values(static_cast<std::size_t>(count));
  for (float& value : values)
    value = kind(generator) == 0 ? normal(generator)
                                 : std::ldexp(static_cast<float>(digits(generator)),
                                              kind(generator) == 1 ? exponent(generator) : -12);
  return values;
}

bool is_same(float a, float b) {
  return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b) || (a != a && b != b);
}

float one(int kind, float a, float b, float to, const float* n) {
  switch (kind) {
    case 0:
      return a + b;
    case 1:
      return a - b;
    case 2:
      return a * b;
    case 3:
      return a / b;
    case 4:
      return a + n[0];
    case 5:
      return a * n[0];
    case 6:
      return a / n[0];
    case 7:
      return n[0] - a;
    case 8:
      return n[0] / a;
    case 9:
      return std::fma(a, n[0], to);
    case 10:
      return std::fma(n[0], a - to, to);
    case 11:
      return std::fma(n[0] * a, a, to * n[1]);
    case 13:
      return std::sqrt(a);
    case 14:
      return std::fabs(a);
    case 15:
      return a * a;
    default:
      return to + (n[0] * a) / (std::sqrt(b) / n[1] + n[2]);
  }
}

/** Vectors are as long as what they hold, so that the sanitizer sees every step beyond. */
bool holds(int kind, int count) {
  const auto a = awkward_floats(count), b = awkward_floats(count), to = awkward_floats(count);
  const float numbers[] = {0.1f, 0.999f, 1e-8f};
  auto result = to, in_place = a;
  arithmetic(kind, a.data(), b.data(), result.data(), count, numbers);
  arithmetic(kind, in_place.data(), b.data(), in_place.data(), count, numbers);
  for (int i = 0; i < count; ++i)
    if (!is_same(result[i], one(kind, a[i], b[i], to[i], numbers)) ||
        !is_same(in_place[i], one(kind, a[i], b[i], a[i], numbers)))
      return false;
  return true;
}

Float4 four(const std::vector<float>& x) { return Float4{x[0], x[1], x[2], x[3]}; }

/** All sums of a product of few digits and a number midway beside it. */
bool fuses() {
  for (int i = 0; i < 200000; ++i) {
    const auto a = awkward_floats(4), b = awkward_floats(4), c = awkward_floats(4);
    const Float4 sum = fused(four(a), four(b), four(c));
    for (int k = 0; k < 4; ++k)
      if (!is_same(sum[k], std::fma(a[k], b[k], c[k]))) return false;
  }
  return true;
}

/** Against float64, where the result is a normal number; vectors are as long as what they hold. */
template <class Function, class Right>
bool is_near(Function function, Right right, int count, bool is_of_sums) {
  auto x = awkward_floats(count);
  if (is_of_sums)
    for (float& value : x) value = 1 + std::fabs(value);
  auto y = x;
  function(y.data(), y.data(), count);
  for (int i = 0; i < count; ++i) {
    const double wanted = right(static_cast<double>(x[i]));
    if (std::fabs(x[i]) < 85 && std::fabs(y[i] - wanted) > 0x1p-23 * std::fabs(wanted)) return false;
  }
  return true;
}

bool logits_are_near(int count) {
  return is_near(
             sigmoid_of_logits, [](double x) { return 1 / (1 + std::exp(-x)); }, count, false) &&
         is_near(
             each_logit<log_sigmoid_of_logits>,
             [](double x) { return std::min(x, 0.0) - std::log1p(std::exp(-std::fabs(x))); }, count, false) &&
         is_near(
             each_logit<sleef::exponential>, [](double x) { return std::exp(x); }, count, false) &&
         is_near(
             each_logit<sleef::logarithm>, [](double x) { return std::log(x); }, count, true);
}

}  // namespace

void arithmetics(Check check) {
  for (int kind = 0; kind < static_cast<int>(std::size(kArithmetic)); ++kind)
    for (int count : {0, 1, 3, 7, 8, 9, 15, 16, 17, 100, 1000})
      check(holds(kind, count), "arithmetic has the bits of a plain loop", kind, count, 0);
  for (int count : {0, 1, 3, 4, 15, 16, 17, 1000})
    check(logits_are_near(count), "functions of logits are those of the C library", 0, count, 0);
  check(fuses(), "a product and a sum are rounded once", 0, 0, 0);
}
