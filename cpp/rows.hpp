// How rows along a dimension lie in memory: four rows side by side, or one along its elements; and how a row is summed.
//
// Rows are the columns of slabs [n, inner]: n elements that lie `inner` floats apart. Contiguous short rows are transposed
// into columns first. A layout is opened over a row and closed again; in between, passes visit it in whole blocks, of which
// the last may be a copy that is filled up. All layouts add a row's terms in one fixed order, so a row's values never depend
// on the shape around it: of every 16 elements j, those with the same j mod 4 are added as floats, (j + (j + 4)) +
// ((j + 8) + (j + 12)), and these four sums go on in double. Terms that may cancel (gradients, their products) are doubles
// from the start: exact.
#pragma once

#include <algorithm>
#include <limits>

#include "simd/lanes.hpp"

namespace torchlet {

using Quad = Lanes<4>;
inline constexpr float kMinusInfinity = -std::numeric_limits<float>::infinity();

/** Lanes 0 to count - 1. */
TORCHLET_INLINE Int4 first_lanes(int count) { return Int4{0, 1, 2, 3} < Int4{count, count, count, count}; }

/** Stores the lanes that the mask wants and leaves the others as they are. */
TORCHLET_INLINE void store_lanes(float* to, Float4 vector, Int4 wanted) {
  Float4 there;
  std::memcpy(&there, to, sizeof(there));
  there = detail::choose(wanted, vector, there);
  std::memcpy(to, &there, sizeof(there));
}

TORCHLET_INLINE Float4 largest(const Quad& lanes) {
  const Float4* v = lanes.vectors;
  return detail::pseudo_max(detail::pseudo_max(v[0], v[1]), detail::pseudo_max(v[2], v[3]));
}

/** One contiguous row, 16 neighbouring elements at a time. */
struct AlongRow {
  static constexpr int kStep = Quad::kCount;

  float* row;
  float tail[kStep];

  /** `fill` is what adds nothing to the row. */
  [[gnu::noinline]] void open(float* from, int n, float fill) {
    row = from;
    const int rest = n % kStep;
    if (rest == 0) return;
    for (int i = 0; i < kStep; ++i) tail[i] = i < rest ? from[n - rest + i] : fill;
  }
  [[gnu::noinline]] void close(int n) const {
    const int rest = n % kStep;
    for (int i = 0; i < rest; ++i) row[n - rest + i] = tail[i];
  }

  TORCHLET_INLINE float* at(int j, int n) const { return j + kStep <= n ? row + j : const_cast<float*>(tail); }
  TORCHLET_INLINE Quad load(float* at) const { return Quad::load(at); }
  TORCHLET_INLINE void store(float* at, const Quad& lanes) const { lanes.store(at); }

  TORCHLET_INLINE static Float4 maximum(const Quad& lanes) {
    const Float4 four = largest(lanes);
    float best = four[0];
    for (int i = 1; i < kWidth; ++i) best = best < four[i] ? four[i] : best;
    return splat(best);
  }

  struct Sum {
    Doubles four = {};
    TORCHLET_INLINE void add(const Quad& terms, int) {
      const Float4* v = terms.vectors;
      four = four + to_double((v[0] + v[1]) + (v[2] + v[3]));
    }
    TORCHLET_INLINE void add(const Doubles (&terms)[4]) {
      for (const Doubles& term : terms) four = four + term;
    }
    TORCHLET_INLINE Doubles total() {
      const Double2 two = four.low + four.high;
      const double one = two[0] + two[1];
      return {Double2{one, one}, Double2{one, one}};
    }
  };
};

/** Four rows side by side, four elements of each at a time: element j of the four stands at first + j * stride. Where fewer
 * than four are wanted the other lanes hold whatever stands there, and a store leaves it as it is. */
struct AcrossRows {
  static constexpr int kStep = 4;

  struct Place {
    float* first;
    std::ptrdiff_t stride;
  };
  Place rows;
  Int4 wanted;
  float tail[kStep * kWidth];

  [[gnu::noinline]] void open(float* first, std::ptrdiff_t stride, int count, int n, float fill) {
    rows = {first, stride};
    wanted = first_lanes(count);
    for (int i = 0; n % kStep != 0 && i < kStep; ++i) {
      Float4 vector = splat(fill);
      if (i < n % kStep) std::memcpy(&vector, first + (n / kStep * kStep + i) * stride, sizeof(vector));
      std::memcpy(tail + i * kWidth, &vector, sizeof(vector));
    }
  }
  [[gnu::noinline]] void close(int n) const {
    for (int i = 0; i < n % kStep; ++i) {
      Float4 vector;
      std::memcpy(&vector, tail + i * kWidth, sizeof(vector));
      store_lanes(rows.first + (n / kStep * kStep + i) * rows.stride, vector, wanted);
    }
  }

  TORCHLET_INLINE Place at(int j, int n) const {
    if (j + kStep <= n) return {rows.first + j * rows.stride, rows.stride};
    return {const_cast<float*>(tail), kWidth};
  }
  TORCHLET_INLINE Quad load(Place at) const { return Quad::load_rows(at.first, at.stride); }
  TORCHLET_INLINE void store(Place at, const Quad& lanes) const {
    unroll<4>([&](int i) { store_lanes(at.first + i * at.stride, lanes.vectors[i], wanted); });
  }

  TORCHLET_INLINE static Float4 maximum(const Quad& lanes) { return largest(lanes); }

  struct Sum {
    Doubles four[4] = {};
    Quad halves[2] = {};  // of the 16 elements under way: (j + (j + 4)) and ((j + 8) + (j + 12))

    TORCHLET_INLINE void add(const Quad& terms, int j) {
      const int step = j / kStep % 4;
      Quad& half = halves[step / 2];
      half = half + terms;
      if (step == 3) finish();
    }
    [[gnu::noinline]] void finish() {
      for (int l = 0; l < 4; ++l) {
        four[l] = four[l] + to_double(halves[0].vectors[l] + halves[1].vectors[l]);
        halves[0].vectors[l] = halves[1].vectors[l] = splat(0);
      }
    }
    TORCHLET_INLINE void add(const Doubles (&terms)[4]) {
      for (int i = 0; i < 4; ++i) four[i] = four[i] + terms[i];
    }
    TORCHLET_INLINE Doubles total() {
      finish();
      return (four[0] + four[2]) + (four[1] + four[3]);
    }
  };
};

/** Contiguous rows of at least this many elements are read along the row, shorter ones four at a time. */
inline constexpr int kLongRow = 32;
/** Floats behind a buffer that may be read, and are written back as they were. */
inline constexpr int kSlack = 4 * kLongRow;

/** Four short rows of n contiguous elements, turned into columns of a buffer of their own, and back. */
struct Transposed {
  float columns[(kLongRow + AcrossRows::kStep) * kWidth];

  /** Reads whole vectors, so up to 3 n + 3 floats behind the rows. `fill`, which makes no difference to a row, goes behind
   * it, so that whole steps can be taken. */
  [[gnu::noinline]] void load(const float* rows, int n, float fill) {
    for (int j = 0; j < n; j += kWidth) {
      const Quad elements = transpose(Quad::load_rows(rows + j, n));
      unroll<4>([&](int i) {
        const Float4 vector = j + i < n ? elements.vectors[i] : splat(fill);
        std::memcpy(columns + (j + i) * kWidth, &vector, sizeof(vector));
      });
    }
  }
  /** Whole vectors too: what one row's last store writes behind the row, the next row's first store mends. */
  [[gnu::noinline]] void store(float* to, int n, int count) const {
    float rows[kWidth][kLongRow + kWidth];
    for (int j = 0; j < n; j += kWidth) {
      const Quad elements = transpose(Quad::load(columns + j * kWidth));
      unroll<4>([&](int i) { std::memcpy(rows[i] + j, &elements.vectors[i], sizeof(Float4)); });
    }
    for (int i = 0; i < count; ++i) {
      for (int j = 0; j < n; j += kWidth) {
        float* at = to + i * n + j;
        if (i * n + j + kWidth <= count * n)
          std::memcpy(at, rows[i] + j, sizeof(Float4));
        else
          std::copy(rows[i] + j, rows[i] + std::min(n, j + kWidth), at);
      }
    }
  }
  static int whole(int n) { return (n + AcrossRows::kStep - 1) / AcrossRows::kStep * AcrossRows::kStep; }
};

/** Calls visit(layout in a, layout in b, n) for each row, or four rows, of two slabs [outer, n, inner]. a may be written;
 * `fill` is what adds nothing to a row. */
template <class Visit>
inline void for_each_row(float* a, float* b, int outer, int n, int inner, float fill, Visit visit) {
  AcrossRows across_a, across_b;
  const auto across = [&](float* in_a, float* in_b, std::ptrdiff_t stride, int count, int length) {
    across_a.open(in_a, stride, count, length, fill);
    if (a != b) across_b.open(in_b, stride, count, length, fill);
    visit(across_a, a == b ? across_a : across_b, length);
    across_a.close(length);
  };
  if (inner > 1) {
    for (int o = 0; o < outer; ++o, a += n * inner, b += n * inner)
      for (int i = 0; i < inner; i += kWidth) across(a + i, b + i, inner, std::min(kWidth, inner - i), n);
  } else if (n >= kLongRow) {
    AlongRow along_a, along_b;
    for (int o = 0; o < outer; ++o, a += n, b += n) {
      along_a.open(a, n, fill);
      if (a != b) along_b.open(b, n, fill);
      visit(along_a, a == b ? along_a : along_b, n);
      along_a.close(n);
    }
  } else {
    Transposed in_a, in_b;
    for (int o = 0; o < outer; o += kWidth, a += kWidth * n, b += kWidth * n) {
      in_a.load(a, n, fill);
      if (a != b) in_b.load(b, n, fill);
      across(in_a.columns, in_b.columns, kWidth, kWidth, Transposed::whole(n));
      in_a.store(a, n, std::min(kWidth, outer - o));
    }
  }
}

}  // namespace torchlet
