package be.zeef.app.schedule;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.retention.RetentionJob;
import be.zeef.schedule.Runner;
import be.zeef.schedule.ScheduleDesk;
import be.zeef.schedule.ScheduleNode;
import be.zeef.schedule.Scheduled;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.validation.InvalidMessageException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts nodes for what agreements run by themselves.
 *
 * @param retention what is done of each agreement once a night, by one of the nodes
 */
public record ScheduledAgreements(
        Settings settings, Storage storage, Clock clock, Agreements agreements, Runner runner, RetentionJob retention) {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledAgreements.class);

    /** Of all that have a schedule. */
    public Scheduled startAll() {
        return start(all().stream()
                .filter(each -> each.schedule().isPresent())
                .map(Agreement::id)
                .toList());
    }

    public Scheduled start(Agreement agreement) {
        return start(List.of(agreement.id()));
    }

    public ScheduleDesk desk() {
        return new ScheduleDesk(storage.connections(), storage.jdbi(), clock);
    }

    private Scheduled start(List<String> ids) {
        return new ScheduleNode(
                new ScheduleNode.Wiring(
                        storage.connections(),
                        storage.jdbi(),
                        clock,
                        settings.schedule(),
                        runner,
                        agreements::load,
                        () -> all().forEach(retention::run),
                        UUID.randomUUID().toString()),
                ids);
    }

    private List<Agreement> all() {
        return agreements.ids().stream().flatMap(id -> known(id).stream()).toList();
    }

    /** One that cannot be read is told, and stops none of the others. */
    private Optional<Agreement> known(String id) {
        try {
            return Optional.of(agreements.load(id));
        } catch (InvalidMessageException e) {
            LOG.error("{} cannot be read, so nothing of it runs by itself: zeef check {}", id, id);
            return Optional.empty();
        }
    }
}
