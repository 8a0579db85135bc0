#pragma once

// Turns queued updates into signed HTTP requests, adds what chaos does to them, and books what
// became of each.

#include <optional>
#include <vector>

#include "whatsapp_cloud/world.h"

namespace antre::whatsapp_cloud {

// The requests to send now. Each counts as in flight until it is settled.
std::vector<Delivery> due_postings(World& world, Instant now);

// Gives the answer that waited for a handshake, if this was one.
std::optional<Answer>
settle_posting(World& world, DeliveryId id, const Outcome& outcome, Instant now);

// Sends the same bytes once more. Nothing when the delivery is not known any more.
std::optional<DeliveryId> replay_posting(World& world, DeliveryId id, Instant now);

// Opens a request that is sent once, now.
DeliveryId post_once(World& world, Delivery delivery, Instant now);

// Asks a new callback for the challenge; the answer decides whether it is set.
DeliveryId start_handshake(World& world, AskedOverride asked, Instant now);

}  // namespace antre::whatsapp_cloud
