// Activations of whole rows: softmax, softmin and log_softmax, forward and backward, along any dimension of any shape.
//
// Rows are the columns of slabs [n, inner]: n elements that lie `inner` floats apart. Two layouts serve all
// shapes: along the row where it is contiguous and long, else across four rows side by side; contiguous short
// rows are transposed into columns first. Both add a row's terms in one fixed order, so a row's values never
// depend on the shape around it: element j goes to the double accumulator j mod 16, and the 16 are folded in
// halves. The terms are exact in double (a float, or a product of two), so a sum of 32,000 is as good as a
// sum of 5.
#pragma once

#include <algorithm>
#include <limits>

#include "activation.hpp"
#include "simd/math.hpp"

namespace torchlet {

using Quad = Lanes<4>;
inline constexpr int kAccumulators = 16;
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

/** One contiguous row, 16 neighbouring elements at a time. */
struct AlongRow {
  static constexpr int kStep = Quad::kCount;
  float* row;

  TORCHLET_INLINE Quad load(int j, int n, float fill) const {
    Quad lanes = Quad::load(row + j);
    if (j + kStep > n)
      unroll<4>([&](int i) {
        lanes.vectors[i] = detail::choose(first_lanes(n - j - i * kWidth), lanes.vectors[i], splat(fill));
      });
    return lanes;
  }
  TORCHLET_INLINE void store(int j, int n, const Quad& lanes) const {
    if (j + kStep <= n) return lanes.store(row + j);
    unroll<4>(
        [&](int i) { store_lanes(row + j + i * kWidth, lanes.vectors[i], first_lanes(n - j - i * kWidth)); });
  }
  TORCHLET_INLINE static Float4 maximum(const Quad& lanes) {
    const Float4* v = lanes.vectors;
    const Float4 four = detail::pseudo_max(detail::pseudo_max(v[0], v[1]), detail::pseudo_max(v[2], v[3]));
    float best = four[0];
    for (int i = 1; i < kWidth; ++i) best = best < four[i] ? four[i] : best;
    return splat(best);
  }

  /** The 16 sums of the row: lane l of the four vectors feeds accumulator l. */
  struct Sum {
    Doubles sums[4] = {};
    TORCHLET_INLINE void add(int i, int, Doubles term) { sums[i] = sums[i] + term; }
    TORCHLET_INLINE Doubles total() {
      const Doubles four = (sums[0] + sums[2]) + (sums[1] + sums[3]);  // l with l + 8, then with l + 4
      const Double2 two = four.low + four.high;                        // with l + 2
      const double one = two[0] + two[1];
      return {Double2{one, one}, Double2{one, one}};
    }
  };
};

/** Four rows side by side, four elements of each at a time: element j of the four stands at first + j *
 * stride. Where fewer than four are wanted the other lanes hold whatever stands there, and a store leaves it
 * as it is. */
struct AcrossRows {
  static constexpr int kStep = 4;
  float* first;
  std::ptrdiff_t stride;
  Int4 wanted;

  static AcrossRows of(float* first, std::ptrdiff_t stride, int count) {
    return {first, stride, first_lanes(count)};
  }
  TORCHLET_INLINE Quad load(int j, int n, float fill) const {
    const float* at = first + j * stride;
    if (j + kStep <= n) return Quad::load_rows(at, stride);
    Quad lanes = {splat(fill), splat(fill), splat(fill), splat(fill)};
    for (int i = 0; j + i < n; ++i) std::memcpy(&lanes.vectors[i], at + i * stride, sizeof(Float4));
    return lanes;
  }
  TORCHLET_INLINE void store(int j, int n, const Quad& lanes) const {
    float* at = first + j * stride;
    const int count = j + kStep <= n ? kStep : n - j;
    if (count == kStep)
      return unroll<4>([&](int i) { store_lanes(at + i * stride, lanes.vectors[i], wanted); });
    for (int i = 0; i < count; ++i) store_lanes(at + i * stride, lanes.vectors[i], wanted);
  }
  TORCHLET_INLINE static Float4 maximum(const Quad& lanes) {
    const Float4* v = lanes.vectors;
    return detail::pseudo_max(detail::pseudo_max(v[0], v[1]), detail::pseudo_max(v[2], v[3]));
  }

  /** The 16 sums of each of the four rows. */
  struct Sum {
    Doubles sums[kAccumulators];
    int used = 0;  // the others are 0: adding them would change nothing
    TORCHLET_INLINE void add(int i, int j, Doubles term) {
      const int at = (j + i) % kAccumulators;
      if (at < used) {
        sums[at] = sums[at] + term;
      } else {
        sums[at] = term;
        used = at + 1;
      }
    }
    /** Folds the sums in place. */
    Doubles total() {
      const int whole = std::bit_ceil(static_cast<unsigned>(used));
      for (; used < whole; ++used) sums[used] = Doubles{Double2{0, 0}, Double2{0, 0}};
      for (int half = whole / 2; half > 0; half /= 2)
        for (int i = 0; i < half; ++i) sums[i] = sums[i] + sums[i + half];
      return sums[0];
    }
  };
};

/** e^(x - max) up to a factor of the row, within 0.99 ULP however far x is from the maximum.
 *
 *  x - max in float32 would lose up to 16 ULP of the result. The factor is free, so instead of e^max a power
 * of two is taken out: e^x 2^-k with k = max log2(e) rounded, a change of exponent only. Rows with |max| >
 * 208 take max itself: there x - max is exact (Sterbenz) for every x whose result is not 0. Infinities and
 * NaN come out as PyTorch has them: a row that holds NaN or +inf, or nothing but -inf, becomes NaN. */
class ShiftedExp {
 public:
  struct Row {
    Constant shift, magic, lowest;
  };

  TORCHLET_INLINE static Row row(Float4 maximum) {
    const Int4 moderate = (Int4)(maximum <= splat(kLargest)) & (Int4)(maximum >= splat(-kLargest));
    const Float4 reference = detail::choose(moderate, maximum, splat(0));
    const Float4 k = (reference * splat(Exp::kLog2E) + splat(Exp::kMagic)) - splat(Exp::kMagic);
    return {Constant(detail::choose(moderate, splat(0), maximum)), Constant(splat(Exp::kMagic + kBias) - k),
            Constant((k - splat(kZeroPower)) * splat(kLn2))};
  }

  TORCHLET_INLINE Quad operator()(const Quad& x, const Row& row) const {
    return exp_(at_least(x - row.shift, row.lowest), row.magic).value();
  }

 private:
  // Exp's fraction carries 2^-24 and its bias 24 more, so that results underflow gradually.
  static constexpr float kScale = 0x1p-24f, kBias = 127.0f + 24.0f;
  static constexpr float kLn2 = 0x1.62e430p-1f;
  // At 2^-151 the power's pattern is 0. Going no lower gives an exact 0 at once, where a product that
  // underflows would cost a hundred cycles on today's processors; what lies lower still rounds to 0 as well.
  static constexpr float kZeroPower = 151.0f;
  static constexpr float kLargest =
      2 * 104.0f;  // e^-104 rounds to 0, so only x >= max - 104 >= max / 2 matter
  Exp exp_{kScale};
};

/** log(s) for s >= 1, to 13 digits, and near 1 as exact as s - 1 is; NaN passes.
 *
 *  Method: s = 2^k m with m in [sqrt(1/2), sqrt(2)], log m = 2 atanh(f), f = (m - 1) / (m + 1), by its series. */
TORCHLET_INLINE Double2 logarithm(Double2 s) {
  using Long2 = std::int64_t __attribute__((vector_size(16)));
  constexpr auto both = [](double value) { return Double2{value, value}; };
  const Long2 bits = (Long2)s;
  const Double2 mantissa = (Double2)((bits & 0xfffffffffffff) | 0x3ff0000000000000);
  const Long2 large = mantissa > both(1.4142135623730951);
  const Double2 m = mantissa * (Double2)((large & (Long2)both(0.5)) | (~large & (Long2)both(1)));
  const Double2 raised = (Double2)((bits >> 52) | 0x4330000000000000);  // 2^52 + k + 1023
  const Double2 k = (raised - both(0x1p52 + 1023)) + (Double2)(large & (Long2)both(1));
  const Double2 f = (m - both(1)) / (m + both(1)), square = f * f;
  Double2 series = both(1.0 / 17);
  for (int odd = 15; odd > 0; odd -= 2) series = series * square + both(1.0 / odd);
  return (k * both(0.6931471805599453) + (f + f) * series) + (s - s);  // s - s: NaN if s is
}

/** The three that share the passes below. Softmin is softmax of -x, and its kernel is told so by softmin(). */
enum class Row { kSoftmax, kSoftmin, kLogSoftmax };

/** e^x / sum(e^x) of each row. Error: at most 4 ULP where the result is at least 2^-126, for rows of any
 * length. */
class Softmax {
 public:
  static constexpr Parameter parameters[] = {{.name = "dim", .type = "dim"}};
  static constexpr Spec spec{
      .module = "Softmax",
      .functional = "softmax",
      .grad_fn = "SoftmaxBackward0",
      .kernel = "softmax_lastdim_kernel_impl",
      .family = "row-wise",
      .formula = R"(\operatorname{Softmax}(x_i) = \frac{e^{x_i}}{\sum_j e^{x_j}})",
      .derivative = R"(\frac{\partial y_i}{\partial x_j} = y_i \, (\delta_{ij} - y_j))",
      .saves = Saves::kResult,
      .in_torch = true,
      .in_tensor = true,
      .calls = "softmax",
      .parameters = parameters,
      .ulp = 4,
  };

  /** What remains of a row between the chunks of a long one. */
  template <class Layout>
  struct State {
    Float4 maximum = splat(kMinusInfinity);
    typename Layout::Sum sum;
  };

  // The passes over a row, each of which may go chunk by chunk: forward 1, 2, 3, backward 1, 2. The last one
  // uses the state up.

  template <class Layout>
  TORCHLET_INLINE void find_maximum(const Layout& x, int n, State<Layout>& state) const {
    Quad best;
    for (Float4& vector : best.vectors) vector = state.maximum;
    for (int j = 0; j < n; j += Layout::kStep) best = at_least(best, x.load(j, n, kMinusInfinity));
    state.maximum = Layout::maximum(best);
  }

  template <class Layout>
  TORCHLET_INLINE void exponentials(const Layout& x, int n, State<Layout>& state) const {
    const auto row = ShiftedExp::row(state.maximum);
    for (int j = 0; j < n; j += Layout::kStep) {
      const Quad e = exp_(x.load(j, n, kMinusInfinity), row);
      x.store(j, n, e);
      for (int i = 0; i < 4; ++i) state.sum.add(i, j, to_double(e.vectors[i]));
    }
  }

  template <class Layout>
  TORCHLET_INLINE void normalize(const Layout& e, int n, State<Layout>&& state) const {
    // A quotient, not a product with 1 / sum: a row's only element, or one that outweighs the others, is then
    // exactly 1.
    const Constant sum(to_float(state.sum.total()));
    for (int j = 0; j < n; j += Layout::kStep) e.store(j, n, e.load(j, n, 0) / sum);
  }

  template <class Layout>
  TORCHLET_INLINE void products(const Layout& grad, const Layout& result, int n, State<Layout>& state) const {
    for (int j = 0; j < n; j += Layout::kStep) {
      const Quad g = grad.load(j, n, 0), y = result.load(j, n, 0);
      for (int i = 0; i < 4; ++i) state.sum.add(i, j, to_double(g.vectors[i]) * to_double(y.vectors[i]));
    }
  }

  /** (grad - sum(grad * result)) * result; the sum in two floats, so that the difference keeps its digits. */
  template <class Layout>
  TORCHLET_INLINE void propagate(const Layout& grad, const Layout& result, int n,
                                 State<Layout>&& state) const {
    const Doubles sum = state.sum.total();
    const Float4 rounded = to_float(sum);
    const Doubles back = to_double(rounded);
    const Constant high(rounded), low(to_float({sum.low - back.low, sum.high - back.high}));
    for (int j = 0; j < n; j += Layout::kStep) {
      const Quad g = grad.load(j, n, 0), y = result.load(j, n, 0);
      grad.store(j, n, ((g - high) - low) * y);
    }
  }

 private:
  ShiftedExp exp_;
};

/** x - max - log(sum(e^(x - max))) of each row. Error: 1.5 ULP for results that a cancelled sum did not make small, so
 * 2e-6 at 256 columns; the sum is double, and e^(x - max) of the maximum itself exactly 1, so that log(1 + little)
 * keeps the digits of what is little down to 1e-16. */
class LogSoftmax {
 public:
  static constexpr Spec spec{
      .module = "LogSoftmax",
      .functional = "log_softmax",
      .grad_fn = "LogSoftmaxBackward0",
      .kernel = "log_softmax_lastdim_kernel_impl",
      .family = "row-wise",
      .formula = R"(\operatorname{LogSoftmax}(x_i) = \log\left(\frac{e^{x_i}}{\sum_j e^{x_j}}\right))",
      .derivative = R"(\frac{\partial y_i}{\partial x_j} = \delta_{ij} - e^{y_j})",
      .saves = Saves::kResult,
      .in_torch = true,
      .in_tensor = true,
      .calls = "log_softmax",
      .parameters = Softmax::parameters,
      .ulp = 4,
  };

  template <class Layout>
  using State = Softmax::State<Layout>;

  template <class Layout>
  TORCHLET_INLINE void add_exponentials(const Layout& x, int n, State<Layout>& state) const {
    const Constant maximum(state.maximum);
    for (int j = 0; j < n; j += Layout::kStep) {
      const Quad e = exp_(at_least(x.load(j, n, kMinusInfinity) - maximum, lowest_), whole_).value();
      for (int i = 0; i < 4; ++i) state.sum.add(i, j, to_double(e.vectors[i]));
    }
  }

  template <class Layout>
  TORCHLET_INLINE void subtract(const Layout& x, int n, State<Layout>&& state) const {
    const Doubles sum = state.sum.total();
    const Constant maximum(state.maximum), rest(to_float({logarithm(sum.low), logarithm(sum.high)}));
    for (int j = 0; j < n; j += Layout::kStep)
      x.store(j, n, (x.load(j, n, kMinusInfinity) - maximum) - rest);
  }

  template <class Layout>
  TORCHLET_INLINE void add_gradients(const Layout& grad, int n, State<Layout>& state) const {
    for (int j = 0; j < n; j += Layout::kStep) {
      const Quad g = grad.load(j, n, 0);
      for (int i = 0; i < 4; ++i) state.sum.add(i, j, to_double(g.vectors[i]));
    }
  }

  /** grad - e^result * sum(grad) */
  template <class Layout>
  TORCHLET_INLINE void propagate(const Layout& grad, const Layout& result, int n, State<Layout>&& state) const {
    const Constant sum(to_float(state.sum.total()));
    for (int j = 0; j < n; j += Layout::kStep) {
      const Quad y = exp_(at_least(result.load(j, n, 0), lowest_), whole_).value();
      grad.store(j, n, grad.load(j, n, 0) - y * sum);
    }
  }

 private:
  Exp exp_{0x1p-24f};
  Constant whole_{Exp::kMagic + 127.0f + 24.0f};
  Constant lowest_{-104.67f};  // there n is -151 and the power's pattern 0, so that what fills a row adds nothing
};

/** softmax(-x). */
struct Softmin {
  static constexpr Spec spec{
      .module = "Softmin",
      .functional = "softmin",
      .grad_fn = "SoftmaxBackward0",
      .kernel = "softmax_lastdim_kernel_impl",
      .family = "row-wise",
      .formula = R"(\operatorname{Softmin}(x_i) = \frac{e^{-x_i}}{\sum_j e^{-x_j}})",
      .derivative = R"(\frac{\partial y_i}{\partial x_j} = -y_i \, (\delta_{ij} - y_j))",
      .saves = Saves::kResult,
      .calls = "softmax",
      .parameters = Softmax::parameters,
      .ulp = 4,
  };
};

/** softmax over the channels of [N, C, H, W] or [C, H, W]: a module alone. */
struct Softmax2d {
  static constexpr Spec spec{
      .module = "Softmax2d",
      .grad_fn = "SoftmaxBackward0",
      .kernel = "softmax_lastdim_kernel_impl",
      .family = "row-wise",
      .formula = R"(\operatorname{Softmax2d}(x_c) = \frac{e^{x_c}}{\sum_k e^{x_k}} \quad \text{over the channels})",
      .derivative = R"(\frac{\partial y_c}{\partial x_k} = y_c \, (\delta_{ck} - y_k))",
      .saves = Saves::kResult,
      .ulp = 4,
  };
};

/** Contiguous rows of at least this many elements are read along the row, shorter ones four at a time. */
inline constexpr int kLongRow = 32;
/** Floats behind a buffer that may be read, and are written back as they were. */
inline constexpr int kSlack = 4 * kLongRow;

/** Four short rows of n contiguous elements, turned into columns of a buffer of their own, and back. */
struct Transposed {
  float columns[(kLongRow + AcrossRows::kStep) * kWidth];

  /** Reads whole vectors, so up to 3 n + 3 floats behind the rows. `fill`, which makes no difference to a
   * row, goes behind it, so that whole steps can be taken. */
  void load(const float* rows, int n, float fill) {
    for (int j = 0; j < n; j += kWidth) {
      const Quad elements = transpose(Quad::load_rows(rows + j, n));
      unroll<4>([&](int i) {
        const Float4 vector = j + i < n ? elements.vectors[i] : splat(fill);
        std::memcpy(columns + (j + i) * kWidth, &vector, sizeof(vector));
      });
    }
  }
  /** Whole vectors too: what one row's last store writes behind the row, the next row's first store mends. */
  void store(float* to, int n, int count) const {
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
  AcrossRows layout() { return AcrossRows::of(columns, kWidth, kWidth); }
};

/** Calls visit(layout in a, layout in b, n) for each row, or four rows, of two slabs [outer, n, inner]. a may
 * be written; `fill` is what adds nothing to a row. */
template <class Visit>
inline void for_each_row(float* a, float* b, int outer, int n, int inner, float fill, Visit visit) {
  const auto group = [](int i, int end) { return end - i < kWidth ? end - i : kWidth; };
  if (inner > 1) {
    for (int o = 0; o < outer; ++o, a += n * inner, b += n * inner)
      for (int i = 0; i < inner; i += kWidth)
        visit(AcrossRows::of(a + i, inner, group(i, inner)), AcrossRows::of(b + i, inner, group(i, inner)),
              n);
  } else if (n >= kLongRow) {
    for (int o = 0; o < outer; ++o, a += n, b += n) visit(AlongRow{a}, AlongRow{b}, n);
  } else {
    Transposed in_a, in_b;
    for (int o = 0; o < outer; o += kWidth, a += kWidth * n, b += kWidth * n) {
      const int count = group(o, outer);
      in_a.load(a, n, fill);
      if (a != b) in_b.load(b, n, fill);
      visit(in_a.layout(), (a == b ? in_a : in_b).layout(), Transposed::whole(n));
      in_a.store(a, n, count);
    }
  }
}

/** x = -x; kSlack floats behind it. */
inline void negate(float* x, int count) {
  const Constant minus_one(-1.0f);
  for (int i = 0; i < count; i += Quad::kCount) (Quad::load(x + i) * minus_one).store(x + i);
}

/** In place. Shape: [outer, n, inner]; kSlack floats behind it, which softmin changes. */
inline void softmax(Row kind, float* x, int outer, int n, int inner) {
  if (kind == Row::kSoftmin) negate(x, outer * n * inner);
  const Softmax softmax;
  const LogSoftmax log_softmax;
  for_each_row(x, x, outer, n, inner, kMinusInfinity,
               [&]<class Layout>(const Layout& row, const Layout&, int n) {
                 Softmax::State<Layout> state;
                 softmax.find_maximum(row, n, state);
                 if (kind == Row::kLogSoftmax) {
                   log_softmax.add_exponentials(row, n, state);
                   log_softmax.subtract(row, n, std::move(state));
                 } else {
                   softmax.exponentials(row, n, state);
                   softmax.normalize(row, n, std::move(state));
                 }
               });
}

/** grad becomes the gradient of the input. Shapes: [outer, n, inner]; kSlack floats behind each. */
inline void softmax_backward(Row kind, float* grad, float* result, int outer, int n, int inner) {
  const Softmax softmax;
  const LogSoftmax log_softmax;
  for_each_row(grad, result, outer, n, inner, 0, [&]<class Layout>(const Layout& g, const Layout& y, int n) {
    Softmax::State<Layout> state;
    if (kind == Row::kLogSoftmax) {
      log_softmax.add_gradients(g, n, state);
      log_softmax.propagate(g, y, n, std::move(state));
    } else {
      softmax.products(g, y, n, state);
      softmax.propagate(g, y, n, std::move(state));
    }
  });
  if (kind == Row::kSoftmin) negate(grad, outer * n * inner);
}

}  // namespace torchlet
