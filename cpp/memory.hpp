// The scratch pad that every file of bindings works through, and arrays by their addresses.
#pragma once

#include <cstdint>

#include "loops.hpp"
#include "rows.hpp"

namespace torchlet {

/** Two buffers of 64 kB, through which arrays go that do not lie in this memory. */
inline constexpr int kPadFloats = 16384;
static_assert(kBlock <= kSlack);
alignas(16) inline float pad[2][kPadFloats + kSlack];

/** An array by its address, which a number of JavaScript's is. */
inline float* at(int address) { return reinterpret_cast<float*>(static_cast<std::uintptr_t>(address)); }

}  // namespace torchlet
