package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.event.AnswerRead;
import be.zeef.ledger.event.Answered;
import be.zeef.ledger.event.CallIntent;
import be.zeef.ledger.event.CallOutcome;
import be.zeef.ledger.event.Decided;
import be.zeef.ledger.event.Deed;
import be.zeef.ledger.event.DeedOutcome;
import be.zeef.ledger.event.DeliveryIntent;
import be.zeef.ledger.event.DeliveryOutcome;
import be.zeef.ledger.event.DeliveryPacked;
import be.zeef.ledger.event.EntryKind;
import be.zeef.ledger.event.Event;
import be.zeef.ledger.event.GrantedByHand;
import be.zeef.ledger.event.GrantsClosed;
import be.zeef.ledger.event.Intent;
import be.zeef.ledger.event.NamesShown;
import be.zeef.ledger.event.Note;
import be.zeef.ledger.event.QuestionFileGivenUp;
import be.zeef.ledger.event.QuestionFileIntent;
import be.zeef.ledger.event.QuestionFileOutcome;
import be.zeef.ledger.event.QuestionIntent;
import be.zeef.ledger.event.QuestionRefused;
import be.zeef.ledger.event.ReceiptRead;
import be.zeef.ledger.event.Released;
import be.zeef.ledger.event.RowsWritten;
import be.zeef.ledger.event.Sending;
import be.zeef.ledger.event.SyncEnded;
import be.zeef.ledger.event.SyncStarted;
import be.zeef.ledger.event.Unfinished;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bytes of every body as they have always been written ({@code entries.txt}, made before events were records; what came since stands at its end): old ledgers
 * verify, and whoever reads bodies goes on reading.
 */
class EntryBodiesTest {

    private static final String SUBJECT = "ab".repeat(32);
    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);
    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final Instant LATE = Instant.parse("2026-07-16T10:00:00.123456Z");
    private static final Unfinished BROKE_OFF = new Unfinished.BrokeOff("Error");
    private static final Unfinished NOT_KNOWN = new Unfinished.NotKnown();

    private static final CallIntent.Asked ASKED =
            new CallIntent.Asked("v1", List.of("b", "a"), Map.of("y", List.of("2", "1"), "x", List.of("3")));
    private static final List<Event.Wire> WIRES =
            List.of(new Event.Wire("q1", "keyed:a1", 1234, "c1"), new Event.Wire("", "a2", 9, ""));

    @TempDir
    Path folder;

    /** An event, and the deed that it is the outcome of. */
    private record Said(Event event, Deed deed) {

        Draft draft() {
            if (event instanceof DeedOutcome outcome) {
                return Draft.of(deed, deed.namesEntry() ? 7L : "r", outcome);
            }
            return event instanceof Note note ? Draft.of(note) : Draft.of((Intent<?>) event);
        }
    }

    private static Said note(Note note) {
        return new Said(note, null);
    }

    private static Said intent(Intent<?> intent) {
        return new Said(intent, intent.deed());
    }

    private static Said outcome(Deed deed, DeedOutcome outcome) {
        return new Said(outcome, deed);
    }

    /** In the order of {@code entries.txt}. */
    private static List<Said> all() {
        return List.of(
                note(new SyncStarted("v1", DAY, "p1", 12, 1)),
                note(new Decided("v1", 3, 4, 5, 2, "d1")),
                note(new SyncEnded("DONE")),
                intent(new CallIntent.OfPerson("s", "r", SUBJECT)),
                intent(new CallIntent.OfMeasures("ocmw", List.of("BUDGET", "DEBT"), DAY)),
                intent(new CallIntent.OfAllowances("groeipakket", JULY, LATE)),
                outcome(Deed.CALL, new CallOutcome.Ended("OK")),
                outcome(Deed.CALL, new CallOutcome.MeasuresRead("OK", 12, 2)),
                outcome(Deed.CALL, new CallOutcome.FilesTaken("ENOUGH", 2)),
                outcome(Deed.CALL, new Unfinished.BrokeOff("IOException")),
                outcome(Deed.CALL, NOT_KNOWN),
                intent(new QuestionFileIntent("LIST", "f", "r", 12, "a1")),
                outcome(Deed.QUESTION_FILE, new QuestionFileOutcome(Sending.SENT)),
                note(new QuestionFileGivenUp("r")),
                outcome(Deed.QUESTION_FILE, BROKE_OFF),
                outcome(Deed.QUESTION_FILE, NOT_KNOWN),
                note(new AnswerRead.OfList("r", 12, 11, List.of("30003", "10001"))),
                note(new AnswerRead.OfInscriptions("r", 12)),
                note(new AnswerRead.OfAllowances("v1", "groeipakket", "f", JULY, "d1", 9, 8)),
                note(new DeliveryPacked.OfGrants("v1", "d", 3, Map.of("B", 1L, "A", 2L))),
                note(new DeliveryPacked.OfPayments("d", "", "v1", 2, 220000, LocalDate.of(2026, 7, 20), "d1")),
                intent(new DeliveryIntent.OfGrants("d", 3)),
                intent(new DeliveryIntent.OfTariff("v1", "uitpas", SUBJECT, LocalDate.of(2026, 12, 31))),
                intent(new DeliveryIntent.OfPayments("d", 2, 220000, "d1", List.of("c2", "c1"))),
                outcome(Deed.DELIVERY, new DeliveryOutcome.OfFiles(Sending.NOT_SENT)),
                outcome(Deed.DELIVERY, new DeliveryOutcome.OfTariff("ACCEPTED", "")),
                note(new DeliveryPacked.Withdrawn("d")),
                outcome(Deed.DELIVERY, BROKE_OFF),
                outcome(Deed.DELIVERY, NOT_KNOWN),
                note(new ReceiptRead.Repeated("d", 3)),
                note(new ReceiptRead.Functional("d", 3, 1)),
                note(new ReceiptRead.Technical("d", "OK", 3)),
                note(new ReceiptRead.OfBank("d", 1, 2, 3)),
                note(new Released("d", "d1", "an", "c1", "s1", 2)),
                note(new NamesShown("d", "an", "c1", 2)),
                intent(new QuestionIntent("v1", SUBJECT, "balie/an", DAY)),
                outcome(Deed.QUESTION, new Answered("yes", "v1")),
                outcome(Deed.QUESTION, BROKE_OFF),
                outcome(Deed.QUESTION, NOT_KNOWN),
                note(new GrantedByHand(
                        "v1",
                        SUBJECT,
                        "an",
                        "attest \"A\" é",
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        "GRANTED")),
                note(new GrantsClosed(LocalDate.of(2025, 12, 31), 4, "an", "they have a paper")),
                note(new GrantsClosed.OfDeceased(2)),
                note(new QuestionRefused("balie", "an", "day")),
                intent(new QuestionIntent.OfClaim("v1", SUBJECT, "balie/an", DAY, 2026, 8500, "chiro", "F-1")),
                outcome(Deed.CLAIM, new Answered.OfClaim("yes", 8500, 11500, false, "v1")),
                outcome(Deed.CLAIM, BROKE_OFF),
                outcome(Deed.CLAIM, NOT_KNOWN),
                note(new GrantsClosed.OfClaim(SUBJECT, 2026, 8500, "F-1", "an", "typed wrongly")),
                note(new Released.Closing("d", "d1", 2, "given-up", "they moved", "an", "c1", "s1", 2)),
                note(new NamesShown.OfEntries("", "2026-01-01", "", "an", "asked by the inspector")),
                note(new RowsWritten(Map.of("payment", 1, "grants", 2), "d1", false)),
                note(new Released.OfAgreement("suspend", "v1", 2, "a source errs", "an", "c1", "s1")),
                note(new RowsWritten.Removed(
                        "v1", "decisions", DAY, Map.of("lists", 1L, "decisions", 2L), List.of(3L))),
                note(new RowsWritten.EntriesRemoved("v1", DAY, Map.of("entries", 2L), "d1")),
                note(new NamesShown.OfPerson(SUBJECT, "an", "she asked what we know")),
                note(new QuestionRefused.Objection(SUBJECT, "OBJECTION", "a-town", "dpo", "her letter of 1 July")),
                note(new QuestionRefused.ObjectionWithdrawn(
                        SUBJECT, "RESTRICTION", "*", true, "dpo", "the register was corrected")),
                intent(new CallIntent.OfEnding("s", "r", SUBJECT)),
                intent(new CallIntent.OfPerson("s", "r", SUBJECT, ASKED)),
                intent(new CallIntent.OfEnding("s", "r", SUBJECT, CallIntent.Asked.under("v1"))),
                intent(new CallIntent.OfMeasures("ocmw", List.of("BUDGET", "DEBT"), DAY, "v1")),
                intent(new CallIntent.OfAllowances("groeipakket", JULY, LATE, "v1")),
                outcome(Deed.CALL, new CallOutcome.Ended("OK", WIRES)),
                intent(new QuestionFileIntent("LIST", "f", "r", 12, "a1", ASKED)),
                outcome(Deed.QUESTION_FILE, new QuestionFileOutcome(Sending.SENT, WIRES)),
                note(new AnswerRead.OfList("r", 12, 11, List.of("30003"), WIRES)),
                note(new AnswerRead.OfInscriptions("r", 12, WIRES)),
                note(new AnswerRead.OfAllowances("v1", "groeipakket", "f", JULY, "d1", 9, 8, WIRES)),
                note(new AnswerRead.Refused("magdaFiles", List.of("sync.answer-late"), WIRES)),
                outcome(Deed.DELIVERY, new DeliveryOutcome.OfFiles(Sending.SENT, WIRES)),
                outcome(Deed.DELIVERY, new DeliveryOutcome.OfTariff("ACCEPTED", "", WIRES)),
                note(new ReceiptRead.Repeated("d", 3, WIRES)),
                note(new ReceiptRead.Functional("d", 3, 1, WIRES)),
                note(new ReceiptRead.Technical("d", "OK", 3, WIRES)),
                note(new ReceiptRead.OfBank("d", 1, 2, 3, WIRES)),
                note(new ReceiptRead.Refused("ivago", List.of("sync.receipt-unusable", "x"), WIRES)),
                note(new SyncStarted.OfMoment(DAY, LATE, "skipped", "paused", 0)),
                note(new SyncStarted.ByHand("pause", "an", "the source moves house")),
                note(new ReceiptRead.OfWithdrawn("d", 3)),
                note(new SyncEnded.Abandoned(
                        "ASKING", List.of("f"), List.of("d"), List.of("e"), "an/bert", "MAGDA is gone")),
                note(new SyncEnded.AbandonSigned("d1", "MAGDA is gone", "bert", "c1", "s1", 2)));
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
            all().forEach(each -> ledger.ledger.append("test", 3, each.draft()));
            assertThat(ledger.entries()).containsExactlyElementsOf(pinned());
        }
    }

    /** A record that is new has no pin yet: this is where it gets one. */
    @Test
    void arePinnedForEveryRecordAndEveryKind() {
        assertThat(all().stream().map(each -> each.event().getClass()).collect(Collectors.toSet()))
                .isEqualTo(records(Event.class).collect(Collectors.toSet()));
        assertThat(all().stream().map(each -> each.draft().kind()).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(EntryKind.class));
    }

    private static Stream<Class<?>> records(Class<?> event) {
        return event.isRecord()
                ? Stream.of(event)
                : Stream.of(event.getPermittedSubclasses()).flatMap(EntryBodiesTest::records);
    }
}
