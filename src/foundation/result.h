#pragma once

// Result is how a function says no: a value, or the reason there is none. Refusals (the domain says
// no) and failures (the world did not work) both travel in it; defects end the process (assert.h).

#include <tl/expected.hpp>
#include <utility>

namespace antre {

template <class T, class E>
class [[nodiscard]] Result : public tl::expected<T, E> {
public:
    using tl::expected<T, E>::expected;
    Result(tl::expected<T, E> base)
        : tl::expected<T, E>(std::move(base)) {}
};

// `return fail(Refusal::day_closed);`
template <class E>
[[nodiscard]] constexpr auto fail(E error) {
    return tl::unexpected<E>(std::move(error));
}

}  // namespace antre
