// How rows along a dimension lie in memory: four rows side by side, or one along its elements; and how a row
// is summed.
//
// Rows are the columns of slabs [n, inner]: n elements that lie `inner` floats apart. Contiguous short rows
// are transposed into columns first. All layouts add a row's terms in one fixed order, so a row's values
// never depend on the shape around it: of every 16 elements j, those with the same j mod 4 are added as
// floats, (j + (j + 4)) +
// ((j + 8) + (j + 12)), and these four sums go on in double. Terms that may cancel (gradients, their
// products) are doubles from the start: exact.
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
  using Step = Quad;
  static constexpr int kStep = Quad::kCount;
  static constexpr int kBatch =
      16;  // rows that are visited together, so that a pass sets up its constants once for all

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

  TORCHLET_INLINE float* at(int j, int n) const {
    return j + kStep <= n ? row + j : const_cast<float*>(tail);
  }
  TORCHLET_INLINE Quad load(float* at) const { return Quad::load(at); }
  TORCHLET_INLINE void store(float* at, const Quad& lanes) const { lanes.store(at); }

  TORCHLET_INLINE static Float4 maximum(const Quad& lanes) {
    const Float4 four = largest(lanes);
    float best = four[0];
    for (int i = 1; i < kWidth; ++i) best = best < four[i] ? four[i] : best;
    return splat(best);
  }

  class Sum {
   public:
    TORCHLET_INLINE void add(const Quad& terms, int) {
      const Float4* v = terms.vectors;
      four_ = four_ + to_double((v[0] + v[1]) + (v[2] + v[3]));
    }
    TORCHLET_INLINE void add_doubles(const Doubles (&terms)[4], int) {
      for (const Doubles& term : terms) four_ = four_ + term;
    }
    TORCHLET_INLINE Doubles total() const {
      const Double2 two = four_.low + four_.high;
      const double one = two[0] + two[1];
      return {Double2{one, one}, Double2{one, one}};
    }

   private:
    Doubles four_ = {};
  };
};

/** Four rows side by side, one element of each at a time: element j of the four stands at first + j * stride.
 * Where fewer than four are wanted the other lanes hold whatever stands there, and a store leaves it as it
 * is. */
struct AcrossRows {
  using Step = Lanes<1>;
  static constexpr int kStep = 1;
  static constexpr int kBatch = 1;

  float* first;
  std::ptrdiff_t stride;
  Int4 wanted;

  TORCHLET_INLINE float* at(int j, int) const { return first + j * stride; }
  TORCHLET_INLINE Step load(float* at) const { return Step::load(at); }
  TORCHLET_INLINE void store(float* at, const Step& lanes) const {
    store_lanes(at, lanes.vectors[0], wanted);
  }
  TORCHLET_INLINE static Float4 maximum(const Step& lanes) { return lanes.vectors[0]; }

  class Sum {
   public:
    TORCHLET_INLINE void add(const Step& terms, int j) {
      Float4& half = halves_[j / 8 % 2][j % 4];
      half = half + terms.vectors[0];
      if (j % 16 == 15) finish();
    }
    TORCHLET_INLINE void add_doubles(const Doubles (&terms)[1], int j) {
      four_[j % 4] = four_[j % 4] + terms[0];
    }
    [[gnu::noinline]] Doubles total() {
      finish();
      return (four_[0] + four_[2]) + (four_[1] + four_[3]);
    }

   private:
    [[gnu::noinline]] void finish() {
      for (int l = 0; l < 4; ++l) {
        four_[l] = four_[l] + to_double(halves_[0][l] + halves_[1][l]);
        halves_[0][l] = halves_[1][l] = splat(0);
      }
    }

    Doubles four_[4] = {};
    Float4 halves_[2][4] = {};  // of the 16 elements under way: (j + (j + 4)) and ((j + 8) + (j + 12))
  };
};

/** Contiguous rows of at least this many elements are read along the row, shorter ones four at a time. */
inline constexpr int kLongRow = 32;
/** Floats behind a buffer that may be read, and are written back as they were. */
inline constexpr int kSlack = 4 * kLongRow;

/** Four short rows of n contiguous elements, turned into columns of a buffer of their own, and back. */
struct Transposed {
  float columns[kLongRow * kWidth];

  /** Reads whole vectors, so up to 3 n + 3 floats behind the rows. */
  [[gnu::noinline]] void load(const float* rows, int n) {
    for (int j = 0; j < n; j += kWidth) transpose(Quad::load_rows(rows + j, n)).store(columns + j * kWidth);
  }
  /** Whole vectors too, but for the last: what one row's last store writes behind the row, the next row's
   * first store mends. */
  [[gnu::noinline]] void store(float* to, int n, int count) const {
    float rows[kWidth][kLongRow];
    for (int j = 0; j < n; j += kWidth)
      transpose(Quad::load(columns + j * kWidth)).store_rows(rows[0] + j, kLongRow);
    for (int i = 0; i < count; ++i)
      for (int j = 0; j < n; j += kWidth) {
        Float4 vector;
        std::memcpy(&vector, rows[i] + j, sizeof(vector));
        store_lanes(to + i * n + j, vector, first_lanes((count - i) * n - j));
      }
  }
};

/** Calls visit(layouts in a, layouts in b, count, n) for all rows of two slabs [outer, n, inner], some at a
 * time. a is written: it holds what `from` holds, which may be a itself, when its rows are visited. b may be
 * a. `fill` is what adds nothing to a row. */
template <class Visit>
inline void for_each_row(const float* from, float* a, float* b, int outer, int n, int inner, float fill,
                         Visit visit) {
  const bool same = a == b, copies = from != a;
  const auto take = [&](float* to, int count) {
    if (copies) std::memcpy(to, from, static_cast<std::size_t>(count) * sizeof(float));
    from += count;
  };
  const auto across = [&](float* in_a, float* in_b, std::ptrdiff_t stride, int count) {
    const AcrossRows across_a{in_a, stride, first_lanes(count)}, across_b{in_b, stride, first_lanes(count)};
    visit(&across_a, &across_b, 1, n);
  };
  if (inner > 1) {
    for (int o = 0; o < outer; ++o, a += n * inner, b += n * inner) {
      take(a, n * inner);
      for (int i = 0; i < inner; i += kWidth) across(a + i, b + i, inner, std::min(kWidth, inner - i));
    }
  } else if (n >= kLongRow) {
    AlongRow along_a[AlongRow::kBatch], along_b[AlongRow::kBatch];
    while (outer > 0) {
      const int count = std::min(AlongRow::kBatch, outer);
      take(a, count * n);
      for (int i = 0; i < count; ++i, a += n, b += n) {
        along_a[i].open(a, n, fill);
        if (!same) along_b[i].open(b, n, fill);
      }
      visit(along_a, same ? along_a : along_b, count, n);
      for (int i = 0; i < count; ++i) along_a[i].close(n);
      outer -= count;
    }
  } else {
    Transposed in_a, in_b;
    for (int o = 0; o < outer; o += kWidth, from += kWidth * n, a += kWidth * n, b += kWidth * n) {
      in_a.load(from, n);
      if (!same) in_b.load(b, n);
      across(in_a.columns, (same ? in_a : in_b).columns, kWidth, kWidth);
      in_a.store(a, n, std::min(kWidth, outer - o));
    }
  }
}

}  // namespace torchlet
