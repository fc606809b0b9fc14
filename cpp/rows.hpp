// How rows along a dimension lie in memory: 4 or 16 rows side by side, or one along its elements; and how a
// row is summed.
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
  static constexpr int kRowVectors = 1;  // vectors that hold what is one number of each row
  /** Rows that are visited together, so that a pass sets up its constants once for all; long ones are fewer,
   * so that they stay in the first cache, both as read and as written. */
  static constexpr int kBatch = 16;
  static int batch(int n) { return std::clamp(1024 / n, 1, kBatch); }

  const float* from;
  float* to;
  float tail[kStep];

  /** `fill` is what adds nothing to the row. Reads whole vectors, and so may close(). */
  [[gnu::noinline]] void open(const float* in, float* out, int n, float fill) {
    from = in;
    to = out;
    const int rest = n % kStep;
    if (rest == 0) return;
    Quad last = Quad::load(in + n - rest);
    for (int i = 0; i < kStep / kWidth; ++i)
      last.vectors[i] = detail::choose(first_lanes(rest - i * kWidth), last.vectors[i], splat(fill));
    last.store(tail);
  }
  [[gnu::noinline]] void close(int n) const {
    const int rest = n % kStep;
    for (int i = 0; i < rest; i += kWidth) {
      Float4 vector;
      std::memcpy(&vector, tail + i, sizeof(vector));
      store_lanes(to + n - rest + i, vector, first_lanes(rest - i));
    }
  }

  /** base: `from` or `to`. */
  template <class T>
  TORCHLET_INLINE T* at(T* base, int j, int n) const {
    return j + kStep <= n ? base + j : const_cast<float*>(tail);
  }
  TORCHLET_INLINE Quad load(const float* at) const { return Quad::load(at); }
  TORCHLET_INLINE void store(float* at, const Quad& lanes) const { lanes.store(at); }

  TORCHLET_INLINE static Lanes<1> maximum(const Quad& lanes) {
    const Float4 four = largest(lanes);
    float best = four[0];
    for (int i = 1; i < kWidth; ++i) best = best < four[i] ? four[i] : best;
    return {splat(best)};
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
    TORCHLET_INLINE void finish() {}
    TORCHLET_INLINE Doubles total(int) const {
      const Double2 two = four_.low + four_.high;
      const double one = two[0] + two[1];
      return {Double2{one, one}, Double2{one, one}};
    }

   private:
    Doubles four_ = {};
  };
  /** While it grows: in registers. */
  using RunningSum = Sum;
};

/** 4 U rows side by side, one element of each at a time: element j of them stands at from + j * stride. Where
 * fewer are wanted the other lanes hold whatever stands there, and a store leaves it as it is. */
template <int U>
struct AcrossRows {
  using Step = Lanes<U>;
  static constexpr int kStep = 1;
  static constexpr int kRowVectors = U;
  static constexpr int kRows = Step::kCount;
  static constexpr int kBatch = 1;

  const float* from;
  float* to;
  std::ptrdiff_t stride;
  int wanted;
  bool is_transposed;  // whether the rows lie along memory, and are columns of a copy

  template <class T>
  TORCHLET_INLINE T* at(T* base, int j, int) const {
    return base + j * stride;
  }
  TORCHLET_INLINE Step load(const float* at) const { return Step::load(at); }
  TORCHLET_INLINE void store(float* at, const Step& lanes) const {
    if (wanted >= kRows) return lanes.store(at);
    store_some(at, lanes, wanted);
  }
  TORCHLET_INLINE static Step maximum(const Step& lanes) { return lanes; }

  class Sum {
   public:
    TORCHLET_INLINE void add(const Step& terms, int j) {
      Step& half = halves_[j / 8 % 2][j % 4];
      half = half + terms;
      if (j % 16 == 15) finish();
    }
    TORCHLET_INLINE void add_doubles(const Doubles (&terms)[U], int j) {
      for (int i = 0; i < U; ++i) four_[j % 4][i] = four_[j % 4][i] + terms[i];
    }
    [[gnu::noinline]] void finish() {
      for (int l = 0; l < 4; ++l) {
        for (int i = 0; i < U; ++i)
          four_[l][i] = four_[l][i] + to_double(halves_[0][l].vectors[i] + halves_[1][l].vectors[i]);
        halves_[0][l] = halves_[1][l] = Step{};
      }
    }
    /** Of the rows of vector i. */
    TORCHLET_INLINE Doubles total(int i) const {
      return (four_[0][i] + four_[2][i]) + (four_[1][i] + four_[3][i]);
    }

   private:
    Doubles four_[4][U] = {};
    Step halves_[2][4] = {};  // of the 16 elements under way: (j + (j + 4)) and ((j + 8) + (j + 12))
  };
  /** While it grows: where it is, since registers do not hold it. */
  using RunningSum = Sum&;

 private:
  [[gnu::noinline]] static void store_some(float* at, const Step& lanes, int wanted) {
    for (int i = 0; i * kWidth < wanted; ++i)
      store_lanes(at + i * kWidth, lanes.vectors[i], first_lanes(wanted - i * kWidth));
  }
};
using FourRows = AcrossRows<1>;
/** Interleaved, and so twice as fast where there are enough of them. */
using SixteenRows = AcrossRows<4>;

/** Contiguous rows of at least this many elements are read along the row, shorter ones 16 at a time. */
inline constexpr int kLongRow = 32;
/** Floats behind a buffer that may be read, and are written back as they were. */
inline constexpr int kSlack = 4 * kLongRow;

/** Up to 16 short rows of n contiguous elements, turned into columns of a buffer of their own, and back. */
struct Transposed {
  static constexpr int kRows = SixteenRows::kRows;
  float columns[kLongRow * kRows];

  /** Reads four rows at a time in whole vectors, so up to 3 n + 3 floats behind the rows. Of more than four
   * the last four stand in for what lacks of 16. */
  [[gnu::noinline]] void load(const float* rows, int n, int count) {
    for (int i = 0; i < (count > kWidth ? kRows : kWidth); i += kWidth) {
      const float* four = rows + std::min(i, (count - 1) / kWidth * kWidth) * n;
      for (int j = 0; j < n; j += kWidth)
        transpose(Quad::load_rows(four + j, n)).store_rows(columns + j * kRows + i, kRows);
    }
  }
  /** Whole vectors too: what a row's last one leaves behind the row, the next row's first one mends. Where no
   * row follows that would, four rows take a way around. */
  [[gnu::noinline]] void store(float* to, int n, int count) const {
    float around[kLongRow * kWidth + kWidth];
    for (int i = 0; i < count; i += kWidth, to += kWidth * n) {
      const bool is_last = (count - i - kWidth) * n < kWidth - 1;
      float* rows = is_last ? around : to;
      for (int j = (n - 1) / kWidth * kWidth; j >= 0; j -= kWidth)
        transpose(Quad::load_rows(columns + j * kRows + i, kRows)).store_rows(rows + j, n);
      if (!is_last) continue;
      const int rest = std::min(kWidth, count - i) * n;
      for (int k = 0; k < rest; k += kWidth) {
        Float4 vector;
        std::memcpy(&vector, around + k, sizeof(vector));
        store_lanes(to + k, vector, first_lanes(rest - k));
      }
    }
  }
};

/** Calls visit(layouts in a, layouts in b, count, n) for all rows of two slabs [outer, n, inner], some at a
 * time. The rows of a are read from `from`, which may be a itself, and written to a; b may be a. `fill` is
 * what adds nothing to a row; `most` is 4 or 16: how many rows may stand side by side. */
template <class Visit>
inline void for_each_row(const float* from, float* a, float* b, int outer, int n, int inner, float fill,
                         int most, Visit visit) {
  const bool same = a == b;
  const auto across = [&](const float* from, float* to, float* b, std::ptrdiff_t stride, int count) {
    const bool is_transposed = inner == 1;
    const auto all = [&]<class Layout>(const Layout& in_a) {
      const Layout in_b{b, b, stride, count, is_transposed};
      visit(&in_a, &in_b, 1, n);
    };
    if (count > FourRows::kRows) return all(SixteenRows{from, to, stride, count, is_transposed});
    all(FourRows{from, to, stride, count, is_transposed});
  };
  if (inner > 1) {
    for (int o = 0; o < outer; ++o, from += n * inner, a += n * inner, b += n * inner)
      for (int i = 0, count; i < inner; i += count) {
        // Up to 8 are cheaper as twice four.
        count = std::min(inner - i > 2 * FourRows::kRows ? most : FourRows::kRows, inner - i);
        across(from + i, a + i, b + i, inner, count);
      }
  } else if (n >= kLongRow) {
    AlongRow along_a[AlongRow::kBatch], along_b[AlongRow::kBatch];
    while (outer > 0) {
      const int count = std::min(AlongRow::batch(n), outer);
      for (int i = 0; i < count; ++i, from += n, a += n, b += n) {
        along_a[i].open(from, a, n, fill);
        if (!same) along_b[i].open(b, b, n, fill);
      }
      visit(along_a, same ? along_a : along_b, count, n);
      for (int i = 0; i < count; ++i) along_a[i].close(n);
      outer -= count;
    }
  } else {
    Transposed in_a, in_b;
    for (int o = 0; o < outer; o += most, from += most * n, a += most * n, b += most * n) {
      const int count = std::min(most, outer - o);
      in_a.load(from, n, count);
      if (!same) in_b.load(b, n, count);
      across(in_a.columns, in_a.columns, (same ? in_a : in_b).columns, Transposed::kRows, count);
      in_a.store(a, n, count);
    }
  }
}

}  // namespace torchlet
