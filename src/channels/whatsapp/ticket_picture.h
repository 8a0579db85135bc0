#pragma once

// The ticket as a picture: its QR code and number, readable at arm's length on a phone, and still
// readable as a screenshot, forwarded, without a network.

#include <string>

#include "notices/content.h"

namespace antre::channels::whatsapp {

// PNG, 600 x 600. Texts that do not fit are cut.
std::string draw_ticket(const notices::TicketPicture& ticket);

}  // namespace antre::channels::whatsapp
