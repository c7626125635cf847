package be.zeef.run;

import java.time.LocalDate;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * One run, as stored.
 *
 * @param agreement what is run of it: the {@linkplain be.zeef.agreement.Benefit#id benefit}
 * @param version hash of the agreement it runs under
 * @param population SHA-256 of the population file
 */
public record SyncRow(
        long id,
        String agreement,
        String version,
        @ColumnName("on_date") LocalDate on,
        String population,
        SyncState state) {

    SyncRow in(SyncState next) {
        return new SyncRow(id, agreement, version, on, population, next);
    }
}
