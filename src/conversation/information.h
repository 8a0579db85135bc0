#pragma once

// What people ask about the office: documents, place, hours, fees, facilities, rules. Facts come
// from the office's settings, sentences from the wording.

#include "conversation/scene.h"

namespace antre::conversation {

void tell_info(Scene& scene, const language::Meaning& meaning);
void tell_documents(Scene& scene, Service service);
void tell_child_documents(Scene& scene);
void tell_address(Scene& scene);  // with a pin on the map
void tell_fee(Scene& scene);
// A fact in short, to stand beside others.
std::string
fact_text(const Scene& scene, language::Topic topic, Service service, bool is_for_child);
// Somebody shared where they are: thanks, and where we are.
void tell_location_thanks(Scene& scene);

// The office's own phone, or that it has none.
std::string phone_text(const Scene& scene);
// Address, phone and hours of the office, as people ask for a person.
std::string contact_text(const Scene& scene);
// "Senin-Kamis 08.00-15.00 (istirahat 12.00-13.00)", a line a group of like days.
std::string hours_text(const Scene& scene);

}  // namespace antre::conversation
