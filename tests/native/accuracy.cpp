// Runs element-wise kernels over all 2^32 floats, or over every STRIDE-th, and prints their errors against
// float64 in ULP.
//   accuracy [--stride N] [names ...]     JSON on standard output, a line of progress on standard error
#include <algorithm>
#include <atomic>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "../reference/float64.hpp"
#include "table.hpp"

namespace {

constexpr std::uint64_t kAll = 1ull << 32;
constexpr int kChunk = torchlet::kBlock << 10;

struct Result {
  double max_ulp = 0, sum_ulp = 0, max_absolute = 0;
  std::uint64_t counted = 0,
                wrong = 0;  // wrong: NaN, infinity or the other zero where the reference has something else
  float worst = 0, worst_absolute = 0, first_wrong = 0;
  std::uint32_t hash[2] =
      {};  // of all outputs, NaN counted as one value; a sum, so chunks may come in any order

  void add(const Result& other) {
    if (other.max_ulp > max_ulp) max_ulp = other.max_ulp, worst = other.worst;
    if (other.max_absolute > max_absolute)
      max_absolute = other.max_absolute, worst_absolute = other.worst_absolute;
    if (other.wrong > 0 && wrong == 0) first_wrong = other.first_wrong;
    sum_ulp += other.sum_ulp;
    counted += other.counted;
    wrong += other.wrong;
    for (int i = 0; i < 2; ++i) hash[i] += other.hash[i];
  }
};

/** 1 / (the distance between neighbouring floats at |value|). */
double per_ulp(double value) {
  const auto exponent = static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(value) >> 52 & 0x7ff) - 1023;
  return std::bit_cast<double>(
      static_cast<std::uint64_t>(1023 - (std::max<std::int64_t>(exponent, -126) - 23)) << 52);
}

std::uint32_t mix(std::uint32_t value) {  // the finalizer of MurmurHash3, as tests/native/hash.js has it
  value = (value ^ (value >> 16)) * 0x85ebca6bu;
  value = (value ^ (value >> 13)) * 0xc2b2ae35u;
  return value ^ (value >> 16);
}

void compare(Result& result, float x, float got, double expected) {
  const auto bits = std::isnan(got) ? 0x7fc00000u : std::bit_cast<std::uint32_t>(got);
  const auto place = std::bit_cast<std::uint32_t>(x);
  const std::uint32_t first = mix(bits + mix(place ^ 0x9e3779b9u));
  result.hash[0] += first;
  result.hash[1] += mix(first ^ place);
  if (std::isnan(expected) && std::isnan(got)) return;
  // A value that float32 cannot hold becomes infinity.
  if (std::isinf(static_cast<float>(expected)) && got == static_cast<float>(expected)) return;
  const double absolute = std::abs(got - expected), error = absolute * per_ulp(expected);
  const bool sign_lost = got == 0 && expected == 0 && std::signbit(got) != std::signbit(expected);
  if (!(error < 1e30) || sign_lost) {
    if (result.wrong++ == 0) result.first_wrong = x;
    return;
  }
  if (error > result.max_ulp) result.max_ulp = error, result.worst = x;
  if (absolute > result.max_absolute) result.max_absolute = absolute, result.worst_absolute = x;
  result.sum_ulp += error;
  ++result.counted;
}

Result sweep(int index, reference::Function expected, const double* parameters, std::uint64_t stride) {
  Result total;
  std::mutex mutex;
  std::atomic<std::uint64_t> next = 0;
  const auto work = [&] {
    std::vector<float> x(kChunk), y(kChunk);
    Result result;
    for (std::uint64_t first; (first = next.fetch_add(kChunk * stride)) < kAll;) {
      for (int i = 0; i < kChunk; ++i)
        x[i] = std::bit_cast<float>(static_cast<std::uint32_t>(first + i * stride));
      y = x;
      torchlet::kLoops[index].forward(y.data(), kChunk, parameters);
      for (int i = 0; i < kChunk && first + i * stride < kAll; ++i)
        compare(result, x[i], y[i], expected(x[i], parameters));
    }
    const std::lock_guard lock(mutex);
    total.add(result);
  };
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i) threads.emplace_back(work);
  for (auto& thread : threads) thread.join();
  return total;
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t stride = 1;
  std::vector<std::string> names;
  for (int i = 1; i < argc; ++i) {
    if (std::string(argv[i]) == "--stride" && i + 1 < argc)
      stride = std::strtoull(argv[++i], nullptr, 10);
    else
      names.emplace_back(argv[i]);
  }
  if (stride == 0) return std::fputs("accuracy: --stride wants a positive number\n", stderr), 2;
  bool first = true;
  for (std::size_t i = 0; i < torchlet::kLoops.size(); ++i) {
    const auto& spec = torchlet::kSpecs[i];
    const std::string name(spec.functional);
    if (!names.empty() && std::find(names.begin(), names.end(), name) == names.end()) continue;
    const auto function = reference::functions.find(name);
    if (function == reference::functions.end())
      return std::fprintf(stderr, "accuracy: no float64 reference for %s\n", name.c_str()), 1;
    double parameters[torchlet::kMaxParameters] = {};
    for (std::size_t p = 0; p < spec.parameters.size(); ++p) parameters[p] = spec.parameters[p].value;
    std::fprintf(stderr, "%s ...\n", name.c_str());
    const Result result = sweep(static_cast<int>(i), function->second, parameters, stride);
    std::printf(
        "%s{\"name\": \"%s\", \"max_ulp\": %.4f, \"worst\": %.9g, \"mean_ulp\": %.5f, \"max_absolute\": "
        "%.4g, "
        "\"worst_absolute\": %.9g, \"wrong\": %llu, \"first_wrong\": \"%.9g\", \"hash\": \"%08x%08x\"}",
        first ? "[" : ",\n", name.c_str(), result.max_ulp, result.worst,
        result.sum_ulp / std::max<std::uint64_t>(result.counted, 1), result.max_absolute,
        result.worst_absolute, static_cast<unsigned long long>(result.wrong), result.first_wrong,
        result.hash[0], result.hash[1]);
    first = false;
  }
  if (first) return std::fputs("accuracy: none of these is an element-wise activation\n", stderr), 2;
  std::puts("]");
}
