// Matrix products of float32: C = A B, of which either may be given transposed.
//
// Lanes lie over outputs: an element of C is the sum of its products from the first to the last, beginning at
// 0, each product and each sum rounded by itself, the bias added last. These are the bits of PyTorch's
// reference build, in mm, mv, dot, linear and their gradients. They depend on no blocking: where a sum is
// divided, C holds what there is so far.
#pragma once

#include <algorithm>

#include "simd/lanes.hpp"

namespace torchlet {

/** Of lambdas: else what they refer to would lie in memory. */
#define TORCHLET_INLINED __attribute__((always_inline))

/** Columns of B side by side, and rows of A that are multiplied with them at once: their 8 sums, two vectors
 * of B and what is on the way fit into 15 registers. */
inline constexpr int kPanel = 2 * kWidth;
inline constexpr int kTileRows = 4;
/** How much of a sum is formed at once: a panel that deep is 8 kB and stays in the first cache. */
inline constexpr int kDepth = 256;
/** Rows of A and columns of B that are laid out at once: 64 kB of each. */
inline constexpr int kBlockSide = 64;
inline constexpr int kBlockFloats = kDepth * kBlockSide;

/** A matrix where it lies, row by row, or column by column if transposed. */
struct Matrix {
  const float* elements;
  std::ptrdiff_t stride;
  bool transposed;

  const float* at(int row, int column) const {
    return elements + (transposed ? column * stride + row : row * stride + column);
  }
  Matrix turned() const { return {elements, stride, !transposed}; }
};

/** to[j, i] = from[i, j] */
inline void turn(const float* from, std::ptrdiff_t stride, int rows, int columns, float* to,
                 std::ptrdiff_t to_stride) {
  const auto one = [&](int i, int j) { to[j * to_stride + i] = from[i * stride + j]; };
  int i = 0;
  for (; i + kWidth <= rows; i += kWidth) {
    int j = 0;
    for (; j + kWidth <= columns; j += kWidth)
      transpose(Lanes<4>::load_rows(from + i * stride + j, stride))
          .store_rows(to + j * to_stride + i, to_stride);
    for (; j < columns; ++j)
      for (int l = 0; l < kWidth; ++l) one(i + l, j);
  }
  for (; i < rows; ++i)
    for (int j = 0; j < columns; ++j) one(i, j);
}

/** Some columns of B, side by side; zeros where there are fewer than a panel has. */
inline void lay_out(const Matrix& b, int row, int column, int depth, int columns, float* panel) {
  if (columns < kPanel) std::fill_n(panel, depth * kPanel, 0.0f);
  if (b.transposed) return turn(b.at(row, column), b.stride, columns, depth, panel, kPanel);
  const float* from = b.at(row, column);
  for (int k = 0; k < depth; ++k, from += b.stride, panel += kPanel) {
    if (columns == kPanel) {
      Lanes<2>::load(from).store(panel);
    } else {
      for (int j = 0; j < columns; ++j) panel[j] = from[j];
    }
  }
}

/** R rows of A times a panel, added to what `c` holds, or to 0 where the sum begins; then to the bias, if
 * there is one. */
template <int R>
[[gnu::noinline]] void multiply_tile(const float* a, std::ptrdiff_t a_stride, const float* panel, int depth,
                                     bool begins, const float* bias, float* c, std::ptrdiff_t c_stride) {
  Float4 low[R], high[R];
  unroll<R>([&](int i) TORCHLET_INLINED {
    const Lanes<2> from = Lanes<2>::load(c + i * c_stride);
    low[i] = begins ? Float4{} : from.vectors[0];
    high[i] = begins ? Float4{} : from.vectors[1];
  });
  const auto step = [&](const float* a, const float* panel) TORCHLET_INLINED {
    const Lanes<2> b = Lanes<2>::load(panel);
    unroll<R>([&](int i) TORCHLET_INLINED {
      const Float4 factor = splat(a[i * a_stride]);
      low[i] = low[i] + factor * b.vectors[0];
      high[i] = high[i] + factor * b.vectors[1];
    });
  };
  int k = 0;
  // Four at a time, since the addresses of one step need as many instructions as those of four.
  for (; k + 4 <= depth; k += 4, a += 4, panel += 4 * kPanel) {
    step(a, panel);
    step(a + 1, panel + kPanel);
    step(a + 2, panel + 2 * kPanel);
    step(a + 3, panel + 3 * kPanel);
  }
  for (; k < depth; ++k, ++a, panel += kPanel) step(a, panel);
  const Lanes<2> added = bias == nullptr ? Lanes<2>{} : Lanes<2>::load(bias);
  unroll<R>([&](int i) TORCHLET_INLINED {
    const Lanes<2> sums{low[i], high[i]};
    (bias == nullptr ? sums : sums + added).store(c + i * c_stride);
  });
}

inline constexpr decltype(&multiply_tile<1>) kTiles[kTileRows] = {multiply_tile<1>, multiply_tile<2>,
                                                                  multiply_tile<3>, multiply_tile<4>};

/** One step of a product: `depth` columns of A times a panel, into some columns of C. */
struct Step {
  const float* panel;
  int depth, columns;
  bool begins;
  const float* bias;

  void run(const float* a, std::ptrdiff_t a_stride, int rows, float* c, std::ptrdiff_t c_stride) const {
    for (int count; rows > 0; rows -= count, a += count * a_stride, c += count * c_stride) {
      count = std::min(rows, kTileRows);
      const auto tile = kTiles[count - 1];
      if (columns == kPanel) {
        tile(a, a_stride, panel, depth, begins, bias, c, c_stride);
        continue;
      }
      // Nothing behind a row's end is touched.
      float around[kTileRows * kPanel] = {};
      for (int i = 0; i < count && !begins; ++i) std::copy_n(c + i * c_stride, columns, around + i * kPanel);
      tile(a, a_stride, panel, depth, begins, bias, around, kPanel);
      for (int i = 0; i < count; ++i) std::copy_n(around + i * kPanel, columns, c + i * c_stride);
    }
  }
};

/** What is added to a product: the sums begin at what C holds, or at 0; the bias of a column, if there is
 * one, comes last. */
struct Addend {
  bool continues;
  const float* bias;
  int step;  // from the bias of one column to that of the next
};

/** C [rows, columns] = A B. `panels` and `block`: where B and A are laid out, kBlockFloats each. */
inline void multiply(const Matrix& a, const Matrix& b, const Addend& addend, float* c, int rows, int columns,
                     int depth, float* panels, float* block) {
  for (int k = 0; k == 0 || k < depth; k += kDepth) {
    const int deep = std::min(kDepth, depth - k);
    const bool ends = k + deep == depth;
    for (int left = 0; left < columns; left += kBlockSide) {
      const int right = std::min(left + kBlockSide, columns);
      for (int j = left; j < right; j += kPanel)
        lay_out(b, k, j, deep, std::min(kPanel, columns - j), panels + (j - left) * kDepth);
      for (int i = 0; i < rows; i += kBlockSide) {
        const int height = std::min(kBlockSide, rows - i);
        if (a.transposed) turn(a.at(i, k), a.stride, deep, height, block, kDepth);
        for (int j = left; j < right; j += kPanel) {
          float added[kPanel] = {};
          const int wide = std::min(kPanel, columns - j);
          const bool is_added = ends && addend.bias != nullptr;
          for (int l = 0; l < wide && is_added; ++l) added[l] = addend.bias[(j + l) * addend.step];
          const Step step{panels + (j - left) * kDepth, deep, wide, k == 0 && !addend.continues,
                          is_added ? added : nullptr};
          step.run(a.transposed ? block : a.at(i, k), a.transposed ? kDepth : a.stride, height,
                   c + static_cast<std::ptrdiff_t>(i) * columns + j, columns);
        }
      }
    }
  }
}

/** C [rows, columns] = A [rows, depth] B [depth, columns] + bias [columns], the sums beginning at what C
 * holds if it `continues`. A single column is computed as a row. */
inline void product(const float* a, bool a_transposed, const float* b, bool b_transposed, const float* bias,
                    bool continues, float* c, int rows, int columns, int depth, float* panels, float* block) {
  const Matrix left{a, a_transposed ? rows : depth, a_transposed};
  const Matrix right{b, b_transposed ? depth : columns, b_transposed};
  if (columns == 1)
    return multiply(right.turned(), left.turned(), {continues, bias, 0}, c, 1, rows, depth, panels, block);
  multiply(left, right, {continues, bias, 1}, c, rows, columns, depth, panels, block);
}

}  // namespace torchlet
