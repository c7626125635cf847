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
    private final ScheduleDesk schedule;

    Desk(Settings settings, Clock clock) {
        storage = Storage.open(settings.database(), clock);
        try {
            schedule = new ScheduleDesk(storage.connections(), storage.jdbi(), clock);
            seal = LedgerSeals.atEnd(settings, Keys.in(settings.keys()), storage.jdbi(), clock);
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    ScheduleDesk schedule() {
        return schedule;
    }

    @Override
    public void close() {
        try (storage;
                seal) {
            // nothing else
        }
    }
}
