package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of every body as they have always been written: old ledgers verify, and whoever reads bodies goes on reading. */
class EntryBodiesTest {

    private static final String SUBJECT = "ab".repeat(32);

    @TempDir
    Path folder;

    private record Said(EntryKind kind, Map<String, ?> body) {}

    static List<Said> all() {
        return List.of(
                new Said(
                        EntryKind.SYNC_STARTED,
                        Map.of(
                                "version",
                                "v1",
                                "on",
                                "2026-07-16",
                                "population",
                                "p1",
                                "persons",
                                12L,
                                "refusedLines",
                                1L)),
                new Said(
                        EntryKind.DECIDED,
                        Map.of(
                                "version",
                                "v1",
                                "eligible",
                                3L,
                                "notEligible",
                                4L,
                                "undetermined",
                                5L,
                                "granted",
                                2L,
                                "decisions",
                                "d1")),
                new Said(EntryKind.SYNC_ENDED, Map.of("state", "DONE")),
                new Said(EntryKind.CALL_INTENT, Map.of("service", "s", "referte", "r", "subject", SUBJECT)),
                new Said(
                        EntryKind.CALL_INTENT,
                        Map.of(
                                "service",
                                "ocmw",
                                "measures",
                                List.of("BUDGET", "DEBT"),
                                "on",
                                "2026-07-16")),
                new Said(
                        EntryKind.CALL_INTENT,
                        Map.of("source", "groeipakket", "month", "2026-07", "notAfter", "2026-07-16T10:00:00.123456Z")),
                new Said(EntryKind.CALL_OUTCOME, Map.of("intent", 7L, "code", "OK")),
                new Said(EntryKind.CALL_OUTCOME, Map.of("intent", 7L, "code", "OK", "asked", 12, "persons", 2)),
                new Said(EntryKind.CALL_OUTCOME, Map.of("intent", 7L, "code", "ENOUGH", "files", 2)),
                new Said(EntryKind.CALL_OUTCOME, Map.of("intent", 7L, "code", "BROKE_OFF", "why", "IOException")),
                new Said(EntryKind.CALL_OUTCOME, Map.of("intent", 7L, "code", "NOT_KNOWN")),
                new Said(
                        EntryKind.QUESTION_INTENT,
                        Map.of("kind", "LIST", "file", "f", "referte", "r", "persons", 12, "asked", "a1")),
                new Said(EntryKind.QUESTION_OUTCOME, Map.of("referte", "r", "code", "SENT")),
                new Said(EntryKind.QUESTION_OUTCOME, Map.of("referte", "r", "code", "GIVEN_UP")),
                new Said(EntryKind.QUESTION_OUTCOME, Map.of("referte", "r", "code", "BROKE_OFF", "why", "Error")),
                new Said(EntryKind.QUESTION_OUTCOME, Map.of("referte", "r", "code", "NOT_KNOWN")),
                new Said(
                        EntryKind.ANSWER_READ,
                        Map.of("referte", "r", "persons", 12, "known", 11L, "codes", List.of("30003", "10001"))),
                new Said(EntryKind.ANSWER_READ, Map.of("referte", "r", "persons", 12)),
                new Said(
                        EntryKind.ANSWER_READ,
                        Map.of(
                                "version",
                                "v1",
                                "source",
                                "groeipakket",
                                "file",
                                "f",
                                "month",
                                "2026-07",
                                "digest",
                                "d1",
                                "rows",
                                9L,
                                "granted",
                                8L)),
                new Said(
                        EntryKind.DELIVERY_PACKED,
                        Map.of(
                                "version",
                                "v1",
                                "delivery",
                                "d",
                                "lines",
                                3L,
                                "values",
                                new TreeMap<>(Map.of("B", 1L, "A", 2L)))),
                new Said(
                        EntryKind.DELIVERY_PACKED,
                        Map.of(
                                "delivery",
                                "d",
                                "composer",
                                "",
                                "version",
                                "v1",
                                "payments",
                                2,
                                "cents",
                                220000L,
                                "execution",
                                "2026-07-20",
                                "digest",
                                "d1")),
                new Said(EntryKind.DELIVERY_INTENT, Map.of("delivery", "d", "lines", 3L)),
                new Said(
                        EntryKind.DELIVERY_INTENT,
                        Map.of("version", "v1", "recipient", "uitpas", "subject", SUBJECT, "until", "2026-12-31")),
                new Said(
                        EntryKind.DELIVERY_INTENT,
                        Map.of(
                                "delivery",
                                "d",
                                "payments",
                                2,
                                "cents",
                                220000L,
                                "digest",
                                "d1",
                                "releases",
                                List.of("c2", "c1"))),
                new Said(EntryKind.DELIVERY_OUTCOME, Map.of("intent", 7L, "code", "NOT_SENT")),
                new Said(EntryKind.DELIVERY_OUTCOME, Map.of("intent", 7L, "code", "ACCEPTED", "why", "")),
                new Said(EntryKind.DELIVERY_OUTCOME, Map.of("delivery", "d", "code", "WITHDRAWN")),
                new Said(EntryKind.DELIVERY_OUTCOME, Map.of("intent", 7L, "code", "BROKE_OFF", "why", "Error")),
                new Said(EntryKind.DELIVERY_OUTCOME, Map.of("intent", 7L, "code", "NOT_KNOWN")),
                new Said(EntryKind.RECEIPT_READ, Map.of("delivery", "d", "kind", "repeated", "lines", 3L)),
                new Said(
                        EntryKind.RECEIPT_READ,
                        Map.of("delivery", "d", "kind", "functional", "lines", 3L, "refused", 1L)),
                new Said(
                        EntryKind.RECEIPT_READ,
                        Map.of("delivery", "d", "kind", "technical", "code", "OK", "lines", 3L)),
                new Said(
                        EntryKind.RECEIPT_READ, Map.of("delivery", "d", "accepted", 1L, "rejected", 2L, "open", 3L)),
                new Said(
                        EntryKind.RELEASED,
                        Map.of(
                                "delivery",
                                "d",
                                "digest",
                                "d1",
                                "by",
                                "an",
                                "certificate",
                                "c1",
                                "signature",
                                "s1",
                                "release",
                                2)),
                new Said(
                        EntryKind.NAMES_SHOWN,
                        Map.of("delivery", "d", "by", "an", "certificate", "c1", "payments", 2)),
                new Said(
                        EntryKind.ASKED,
                        Map.of("version", "v1", "subject", SUBJECT, "clerk", "balie/an", "on", "2026-07-16")),
                new Said(EntryKind.ANSWERED, Map.of("asked", 7L, "answer", "yes", "version", "v1")),
                new Said(EntryKind.ANSWERED, Map.of("asked", 7L, "answer", "BROKE_OFF", "why", "Error")),
                new Said(EntryKind.ANSWERED, Map.of("asked", 7L, "answer", "NOT_KNOWN")),
                new Said(
                        EntryKind.GRANTED_BY_HAND,
                        Map.of(
                                "version",
                                "v1",
                                "subject",
                                SUBJECT,
                                "clerk",
                                "an",
                                "reason",
                                "attest \"A\" é",
                                "from",
                                "2026-01-01",
                                "until",
                                "2026-12-31",
                                "result",
                                "GRANTED")),
                new Said(
                        EntryKind.GRANTS_CLOSED,
                        Map.of("until", "2025-12-31", "grants", 4L, "clerk", "an", "reason", "they have a paper")),
                new Said(EntryKind.QUESTION_REFUSED, Map.of("caller", "balie", "clerk", "an", "for", "day")));
    }

    private static List<String> pinned() throws IOException {
        try (InputStream pins = EntryBodiesTest.class.getResourceAsStream("entries.txt")) {
            return new String(pins.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void areAsTheyHaveAlwaysBeen() throws IOException {
        try (TestLedger ledger = new TestLedger(folder, Clock.systemUTC())) {
            all().forEach(each -> ledger.ledger.append(each.kind(), "test", 3, each.body()));
            assertThat(ledger.entries()).containsExactlyElementsOf(pinned());
        }
    }
}
