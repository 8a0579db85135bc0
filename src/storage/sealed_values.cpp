#include "storage/sealed_values.h"

#include "foundation/time.h"

namespace antre::storage {

std::string plain_identity(const engine::Identity& identity) {
    return identity.user.reveal() + '\0' + identity.phone.reveal();
}

std::optional<engine::Identity> identity_in(std::string_view plain) {
    const std::size_t gap = plain.find('\0');
    if (gap == std::string_view::npos) return std::nullopt;
    return engine::Identity{
        UserKey(std::string(plain.substr(0, gap))),
        PhoneNumber(std::string(plain.substr(gap + 1)))};
}

std::string plain_person(const scheduling::Person& person) {
    return (person.born ? iso_date(*person.born) : std::string()) + '\0' + person.name.reveal();
}

bool read_person(scheduling::Person& person, std::string_view plain) {
    const std::size_t gap = plain.find('\0');
    if (gap == std::string_view::npos) return false;
    if (gap > 0) {
        person.born = parse_iso_date(plain.substr(0, gap));
        if (!person.born) return false;
    }
    person.name = PersonName(std::string(plain.substr(gap + 1)));
    return true;
}

}  // namespace antre::storage
