package be.zeef.sync;

import be.zeef.run.file.AskedList;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Whether the stored decisions and lists of people asked about are still those that the ledger vouches for. */
public final class DecisionEvidence {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;

    public DecisionEvidence(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What was changed since, in words; empty when nothing was. */
    public List<String> breaks() {
        return jdbi.withHandle(handle -> {
            List<String> breaks = new ArrayList<>();
            decisions(handle, breaks);
            questions(handle, breaks);
            return breaks;
        });
    }

    private static void decisions(Handle handle, List<String> breaks) {
        handle.createQuery("select sync_id, body from ledger_entry where kind = 'DECIDED' order by id")
                .map((row, context) -> new Vouched(row.getLong(1), row.getString(2)))
                .list()
                .forEach(entry -> {
                    if (!json(entry.body).path("decisions").asText().equals(DecisionDigest.of(handle, entry.sync))) {
                        breaks.add("the decisions of sync " + entry.sync + " are not those that were recorded");
                    }
                });
    }

    private static void questions(Handle handle, List<String> breaks) {
        handle.createQuery("select sync_id, body from ledger_entry where kind = 'QUESTION_INTENT' order by id")
                .map((row, context) -> new Vouched(row.getLong(1), row.getString(2)))
                .list()
                .forEach(entry -> {
                    JsonNode body = json(entry.body);
                    boolean same = handle.createQuery("select asked from question where referte = :referte")
                            .bind("referte", body.path("referte").asText())
                            .map((row, context) -> new AskedList(row.getBytes(1)).digest())
                            .findOne()
                            .filter(body.path("asked").asText()::equals)
                            .isPresent();
                    if (!same) {
                        breaks.add("the people asked about in "
                                + body.path("file").asText() + " are not those that were recorded");
                    }
                });
    }

    private record Vouched(long sync, String body) {}

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ledger entry is no JSON", e);
        }
    }
}
