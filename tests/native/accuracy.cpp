// Runs element-wise kernels over all 2^32 floats, or over every STRIDE-th, and prints their errors against
// float64 in ULP.
//   accuracy [--stride N] [--backward] [name[:parameter[,parameter]] ...]
//     JSON on standard output, a line of progress on standard error. --backward measures the gradient for an
//     upstream 1.
//     --outputs reads the results of one function from standard input, float32 after float32, instead of
//     computing them: those of PyTorch, from tests/reference/sweep.py.
#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <limits>
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
  // A value that float32 cannot hold becomes infinity, and one within a unit of the largest float may.
  const double largest = std::numeric_limits<float>::max(), unit = largest * 0x1p-23;
  if (std::isinf(got) && std::abs(expected) > largest - unit && got * expected > 0) return;
  const double absolute = std::abs(got - expected), error = absolute * per_ulp(expected);
  const bool sign_lost = got == 0 && expected == 0 && std::signbit(got) != std::signbit(expected);
  const bool odd = std::isnan(x) && error > 1;  // a convention, not a distance
  if (!(error < 1e30) || sign_lost || odd) {
    if (result.wrong++ == 0) result.first_wrong = x;
    return;
  }
  if (error > result.max_ulp) result.max_ulp = error, result.worst = x;
  if (absolute > result.max_absolute) result.max_absolute = absolute, result.worst_absolute = x;
  result.sum_ulp += error;
  ++result.counted;
}

/** What is measured: a kernel with its parameters, or what standard input says it gave. */
struct Job {
  std::string name;
  int index = 0;
  double parameters[torchlet::kMaxParameters] = {};
};
struct Options {
  std::uint64_t stride = 1;
  bool backward = false, outputs = false;
};

void compute(const Job& job, const Options& options, const std::vector<float>& x, std::vector<float>& y) {
  const auto& loops = torchlet::kLoops[job.index];
  y = x;
  if (!options.backward) return loops.forward(y.data(), y.data(), kChunk, job.parameters);
  std::vector<float> saved = x;
  if (torchlet::kElementwise[job.index].saves == torchlet::Saves::kResult)
    loops.forward(saved.data(), saved.data(), kChunk, job.parameters);
  std::fill(y.begin(), y.end(), 1.0f);
  loops.backward(y.data(), saved.data(), y.data(), kChunk, job.parameters);
}

Result sweep(const Job& job, const Options& options) {
  const auto& pair = reference::functions.at(job.name);
  const auto expected = options.backward ? pair.derivative : pair.value;
  Result total;
  std::mutex mutex, reading;
  std::uint64_t next = 0;
  bool whole = true;
  const auto work = [&] {
    std::vector<float> x(kChunk), y(kChunk);
    Result result;
    for (;;) {
      std::uint64_t first;
      {
        const std::lock_guard lock(reading);
        if ((first = next) >= kAll || !whole) break;
        next += kChunk * options.stride;
        const auto count =
            std::min<std::uint64_t>(kChunk, (kAll - first + options.stride - 1) / options.stride);
        if (options.outputs) whole = std::fread(y.data(), sizeof(float), count, stdin) == count;
      }
      for (int i = 0; i < kChunk; ++i)
        x[i] = std::bit_cast<float>(static_cast<std::uint32_t>(first + i * options.stride));
      if (!options.outputs) compute(job, options, x, y);
      for (int i = 0; whole && i < kChunk && first + i * options.stride < kAll; ++i)
        compare(result, x[i], y[i], expected(x[i], job.parameters));
    }
    const std::lock_guard lock(mutex);
    total.add(result);
  };
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i) threads.emplace_back(work);
  for (auto& thread : threads) thread.join();
  if (!whole) std::fputs("accuracy: standard input ended before the last float\n", stderr), std::exit(1);
  return total;
}

/** "softplus:2,10"; parameters that are not given are the table's. */
Job job_of(const std::string& text) {
  Job job;
  job.name = text.substr(0, text.find(':'));
  const auto at = std::find_if(torchlet::kElementwise.begin(), torchlet::kElementwise.end(),
                               [&](const auto& spec) { return spec.functional == job.name; });
  if (at == torchlet::kElementwise.end() || !reference::functions.contains(job.name))
    std::fprintf(stderr, "accuracy: no element-wise kernel or no float64 reference for %s\n",
                 job.name.c_str()),
        std::exit(2);
  job.index = static_cast<int>(at - torchlet::kElementwise.begin());
  for (std::size_t p = 0; p < at->parameters.size(); ++p) job.parameters[p] = at->parameters[p].value;
  if (text.size() > job.name.size())
    std::sscanf(text.c_str() + job.name.size(), ":%lf,%lf", &job.parameters[0], &job.parameters[1]);
  return job;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  std::vector<std::string> texts;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--stride" && i + 1 < argc)
      options.stride = std::strtoull(argv[++i], nullptr, 10);
    else if (argument == "--backward")
      options.backward = true;
    else if (argument == "--outputs")
      options.outputs = true;
    else
      texts.push_back(argument);
  }
  if (options.stride == 0) return std::fputs("accuracy: --stride wants a positive number\n", stderr), 2;
  if (texts.empty())
    for (const auto& spec : torchlet::kElementwise) texts.emplace_back(spec.functional);
  for (const std::string& text : texts) {
    const Job job = job_of(text);
    std::fprintf(stderr, "%s ...\n", text.c_str());
    const Result result = sweep(job, options);
    std::printf(
        "%s{\"name\": \"%s\", \"job\": \"%s\", \"index\": %d, \"max_ulp\": %.4f, \"worst\": \"%.9g\", "
        "\"mean_ulp\": %.5f, \"max_absolute\": %.4g, \"worst_absolute\": \"%.9g\", \"wrong\": %llu, "
        "\"first_wrong\": \"%.9g\", "
        "\"hash\": \"%08x%08x\"}",
        &text == &texts.front() ? "[" : ",\n", job.name.c_str(), text.c_str(), job.index, result.max_ulp,
        result.worst, result.sum_ulp / std::max<std::uint64_t>(result.counted, 1), result.max_absolute,
        result.worst_absolute, static_cast<unsigned long long>(result.wrong), result.first_wrong,
        result.hash[0], result.hash[1]);
  }
  std::puts("]");
}
