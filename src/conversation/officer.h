#pragma once

// To an officer: how to reach one, and a message that is kept for them. We do not pretend that
// somebody is reading now.

#include "conversation/scene.h"

namespace antre::conversation {

// Tells how to reach a person; unless something else is being arranged, what is written next is
// for them.
void tell_human(Scene& scene);
// Drops what is being arranged and asks for the message.
void ask_message(Scene& scene);
// Where that was said already, in short.
void tell_human_again(Scene& scene);
// "Kode booking saya berapa", written to an officer: we know that ourselves, and the message to the
// officer can still be written.
bool is_own_question(const Said& said);
void keep_writing(Scene& scene);
// Whether these words are for the officer: they were asked for, and are more than a word or two,
// which may be a command.
bool is_for_officer(const Talk& talk, const Said& said);
void hear_message(Scene& scene, const Said& said);
void tell_inquiry(Scene& scene, Inbox inbox);
// "Did it help?", below an officer's answer: who says no writes once more.
void hear_verdict(Scene& scene, const Payload& payload);
void tell_judged(Scene& scene, Verdict verdict);

}  // namespace antre::conversation
