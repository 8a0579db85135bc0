#pragma once

// The ladder of an outbound message: accepted, sent, delivered, read; or failed, or never arrived.

#include "whatsapp_cloud/world.h"

namespace antre::whatsapp_cloud {

// Plans the first step of a message just accepted.
void start_climb(World& world, const Message& message, Instant now);
// Takes the step, if it leads upward from where the message is.
void climb(World& world, const Climb& step, Instant now);
void lose(World& world, const LoseMessage& lost, Instant now);
void expire(World& world, const Expire& due, Instant now);
// The person's phone is back: everything waiting arrives, in order.
void deliver_waiting(World& world, Person& person, Instant now);
// The person opens the chat: delivered messages become read, if receipts are on.
void read_chat(World& world, const ChatKey& key, Instant now);

}  // namespace antre::whatsapp_cloud
