package be.zeef.cli.schedule;

import be.zeef.app.LedgerSeals;
import be.zeef.app.SealAtEnd;
import be.zeef.schedule.ScheduleDesk;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import java.time.Clock;

/** The database that the schedule stands in, without a route to anybody; what was entered is sealed when it is closed. */
final class Desk implements AutoCloseable {

    private final Storage storage;
    private final SealAtEnd seal;

    Desk(Settings settings, Clock clock) {
        storage = Storage.open(settings.database(), clock);
        seal = LedgerSeals.atEnd(settings, Keys.in(settings.keys()), storage.jdbi(), clock);
    }

    ScheduleDesk schedule(Clock clock) {
        return new ScheduleDesk(storage.connections(), storage.jdbi(), clock);
    }

    @Override
    public void close() {
        try (storage;
                seal) {
            // nothing else
        }
    }
}
