// Matrix products over shapes, against a plain loop: the same bits, and nothing touched beside the result.
#include "products.hpp"

#include <bit>
#include <cstdio>
#include <random>
#include <vector>

#include "products_test.hpp"

using namespace torchlet;

namespace {

std::mt19937 generator(20261129);
std::vector<float> random_floats(int count) {
  std::normal_distribution<float> normal(0, 3);
  std::vector<float> values(static_cast<std::size_t>(count));
  for (float& value : values) value = normal(generator);
  return values;
}

std::vector<float> turned(const std::vector<float>& from, int rows, int columns) {
  std::vector<float> to(from.size());
  for (int i = 0; i < rows; ++i)
    for (int j = 0; j < columns; ++j) to[j * rows + i] = from[i * columns + j];
  return to;
}

std::vector<float> plain(const std::vector<float>& a, const std::vector<float>& b,
                         const std::vector<float>& bias, float from, int rows, int columns, int depth) {
  std::vector<float> c;
  for (int i = 0; i < rows; ++i)
    for (int j = 0; j < columns; ++j) {
      float sum = from;
      for (int k = 0; k < depth; ++k) {
        const float one = a[i * depth + k] * b[k * columns + j];
        sum = sum + one;
      }
      c.push_back(sum + bias[j]);
    }
  return c;
}

/** Vectors are as long as what they hold, so that the sanitizer sees every step beyond. */
bool holds(int rows, int columns, int depth) {
  const auto a = random_floats(rows * depth), b = random_floats(depth * columns),
             bias = random_floats(columns);
  const std::vector<float> expected[] = {plain(a, b, bias, 0, rows, columns, depth),
                                         plain(a, b, bias, 7, rows, columns, depth)};
  const auto a_turned = turned(a, rows, depth), b_turned = turned(b, depth, columns);
  std::vector<float> panels(kBlockFloats), block(kBlockFloats);
  for (int kind = 0; kind < 8; ++kind) {
    const bool continues = (kind & 4) != 0;
    std::vector<float> c(expected[0].size(), 7.0f);
    product((kind & 1) != 0 ? a_turned.data() : a.data(), (kind & 1) != 0,
            (kind & 2) != 0 ? b_turned.data() : b.data(), (kind & 2) != 0, bias.data(), continues, c.data(),
            rows, columns, depth, panels.data(), block.data());
    for (std::size_t i = 0; i < c.size(); ++i)
      if (std::bit_cast<std::uint32_t>(c[i]) != std::bit_cast<std::uint32_t>(expected[continues][i]))
        return false;
  }
  return true;
}

}  // namespace

void products(Check check) {
  for (int rows : {1, 2, 3, 4, 5, 7, 8, 64, 66})
    for (int columns : {1, 2, 3, 7, 8, 9, 16, 17, 64, 67})
      for (int depth : {0, 1, 2, 3, 4, 5, 8, 31, 256, 259})
        check(holds(rows, columns, depth), "a product has the bits of a plain loop", rows, columns, depth);
  check(holds(130, 131, 515), "and so has one of several blocks", 130, 131, 515);
}
