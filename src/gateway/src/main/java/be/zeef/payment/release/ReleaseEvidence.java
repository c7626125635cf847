package be.zeef.payment.release;

import be.zeef.ledger.Recorded;
import be.zeef.payment.PaymentFiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether every payment file that was handed over was released, by the signatures that the ledger vouches for. Files of before there were
 * signatures have none; the ledger tells them apart.
 */
public final class ReleaseEvidence {

    private final Jdbi jdbi;

    public ReleaseEvidence(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What was changed since, in words; empty when nothing was. */
    public List<String> breaks() {
        return jdbi.inTransaction(handle -> {
            Map<String, JsonNode> composed = last(told -> Recorded.packed(handle, told));
            Map<String, JsonNode> handed = last(told -> Recorded.handedOver(handle, told));
            List<String> breaks = new ArrayList<>();
            for (PaymentFiles.Of each : PaymentFiles.everyones(handle)) {
                PaymentFiles.Row file = each.file();
                SignatureEvidence evidence = new SignatureEvidence(each.agreement(), handle, file);
                JsonNode packed = composed.getOrDefault(file.name(), MissingNode.getInstance());
                if (packed.has("composer") && !packed.path("composer").asText().equals(evidence.composer())) {
                    breaks.add("who composed " + file.name() + " is not who was recorded");
                }
                if (file.state() == PaymentFiles.State.HANDED || file.state() == PaymentFiles.State.SETTLED) {
                    check(handle, file, handed.getOrDefault(file.name(), MissingNode.getInstance()), evidence, breaks);
                }
            }
            return breaks;
        });
    }

    private static void check(
            Handle handle, PaymentFiles.Row file, JsonNode intent, SignatureEvidence evidence, List<String> breaks) {
        if (!intent.path("digest").asText().equals(file.digest())
                || intent.path("payments").asInt() != file.payments()
                || intent.path("cents").asLong() != file.cents()) {
            breaks.add("the payment file " + file.name() + " is not what was recorded as handed over");
            return;
        }
        if (intent.has("releases") && !holding(handle, file, evidence).containsAll(recorded(intent))) {
            breaks.add("the signatures that released " + file.name() + " are not those that were recorded");
        }
    }

    private static Set<String> recorded(JsonNode intent) {
        Set<String> certificates = new HashSet<>();
        StreamSupport.stream(intent.path("releases").spliterator(), false)
                .map(JsonNode::asText)
                .forEach(certificates::add);
        return certificates;
    }

    private static Set<String> holding(Handle handle, PaymentFiles.Row file, SignatureEvidence evidence) {
        Set<String> certificates = new HashSet<>();
        PaymentSignatures.of(handle, file.name(), PaymentSignatures.Act.RELEASED).stream()
                .filter(evidence::holds)
                .forEach(row -> certificates.add(row.certificate()));
        return certificates;
    }

    /** The last entry about each delivery. */
    private static Map<String, JsonNode> last(Consumer<Consumer<Recorded>> entries) {
        Map<String, JsonNode> bodies = new HashMap<>();
        entries.accept(entry -> bodies.put(entry.body().path("delivery").asText(), entry.body()));
        return bodies;
    }
}
