// Erasing a contact: what the database does by destroying a key is done by hand here.

#include <algorithm>

#include "storage/memory/memory_store.h"

namespace antre::storage {

Result<std::vector<engine::DueErasure>, MemoryStore::Failure> MemoryStore::erasures_due() {
    std::vector<engine::DueErasure> due;
    for (const auto& [id, contact] : contacts_) {
        if (contact.erasure) due.push_back({contact.erasure->at, contact.erasure->office, id});
    }
    std::sort(due.begin(), due.end());
    return due;
}

void MemoryStore::put(const engine::EraseContact& change) {
    const ContactId id = change.contact;
    erased_.insert(id);
    std::erase_if(by_user_, [&](const auto& entry) { return entry.second == id; });
    std::erase_if(by_phone_, [&](const auto& entry) { return entry.second == id; });
    std::erase_if(talks_, [&](const auto& entry) { return entry.first.first == id; });
    std::erase_if(waits_, [&](const auto& entry) { return entry.second.contact == id; });
    const auto contact = contacts_.find(id);
    if (contact != contacts_.end()) {
        engine::Contact nobody;
        nobody.id = id;
        contact->second = nobody;
    }
    for (const BookingId booking : bookings_of_[id]) {
        for (scheduling::Person& person : bookings_.at(booking).people) {
            person.name = PersonName();
            person.born.reset();
        }
    }
    for (auto& [message_id, message] : messages_) {
        if (message.message.contact != id) continue;
        message.progress.wamid.clear();
        if (pending_.erase(message_id) == 0) continue;
        message.progress.state = notices::MessageState::dropped;
    }
}

}  // namespace antre::storage
