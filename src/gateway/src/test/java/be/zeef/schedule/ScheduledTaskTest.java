package be.zeef.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.storage.ContractOf;
import be.zeef.storage.Storage;
import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What db-scheduler keeps in its table is what it was given: also in the hour that a clock in Belgium has twice, or skips. */
@ContractOf("scheduled_task")
class ScheduledTaskTest {

    private final SchedulerClient client;

    ScheduledTaskTest(Storage storage) {
        this.client = SchedulerClient.Builder.create(storage.connections())
                .tableName("scheduled_task")
                .jdbcCustomization(new OurInstants())
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-25T00:30:00Z",
                "2026-10-25T01:30:00Z",
                "2026-10-25T02:30:00.123456Z",
                "2026-03-29T01:30:00Z",
                "2026-03-29T02:30:00Z"
            })
    void isTheInstantThatItWas(Instant instant) {
        TaskInstance<Void> task = new TaskInstance<>("moments:gent-uitpas", "one");
        assertThat(client.scheduleIfNotExists(task, Instant.EPOCH)).isTrue();
        assertThat(client.scheduleIfNotExists(task, instant)).isFalse();

        client.reschedule(task, instant);

        assertThat(client.getScheduledExecution(TaskInstanceId.of("moments:gent-uitpas", "one")))
                .map(ScheduledExecution::getExecutionTime)
                .hasValue(instant);
    }
}
