#include "notices/quiet_hours.h"

namespace antre::notices {

Instant awake_at(Instant now, Zone zone) {
    const LocalTime local = local_time(now, zone);
    if (local.minute < quiet_until) return instant_of({local.date, quiet_until}, zone);
    if (local.minute < quiet_from) return now;
    return instant_of({local.date + 1, quiet_until}, zone);
}

}  // namespace antre::notices
