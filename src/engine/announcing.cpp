#include "engine/announcing.h"

#include <utility>

#include "conversation/told.h"

namespace antre::engine {

void announce(Desk& desk, ContactState& contact, Announcement announcement) {
    const notices::Note& note = announcement.note;
    if (!note.buttons.empty() || note.menu) {
        conversation::Talk& talk = talk_with(contact, desk.office());
        conversation::remember_told(talk, note, announcement.due_at);
        desk.change(PutTalk{desk.office(), contact.contact.id, talk});
    }
    desk.queue_for(
        announcement.due_at,
        contact.contact.id,
        announcement.kind,
        announcement.about,
        std::move(announcement.note),
        announcement.moot_at
    );
}

}  // namespace antre::engine
