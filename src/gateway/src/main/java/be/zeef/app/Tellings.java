package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.counter.AnswerText;
import be.zeef.packing.DeliveryForms;
import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryLine;
import be.zeef.packing.LineWriter;
import be.zeef.packing.Totals;
import be.zeef.plan.Plans;
import be.zeef.plan.SyncPlan;
import be.zeef.proof.Sample;
import be.zeef.question.Answer;
import be.zeef.recipient.payment.PainComposer;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.transfer.Transfer;
import be.zeef.transfer.TransferBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Composes all that is told on a decision about one subject, as it would leave: what the counter answers, and the line, the grant or
 * the payment. Everything that is of the run and not of the subject, such as a delivery's number, is always the same here.
 */
final class Tellings {

    private static final String KEY = "62691699717";
    private static final String ACCOUNT = "BE41068941625810";
    private static final String ID = "0a".repeat(32);

    private final Agreement benefit;
    private final LocalDate on;
    private final Optional<DeliveryForms> forms;
    private final Optional<PainComposer> payments;

    /** @param on the day that is decided for */
    Tellings(Agreement benefit, Path mappings, LocalDate on) {
        this.benefit = benefit;
        this.on = on;
        String system = benefit.recipient().system();
        Recipients all = Recipients.in(mappings);
        this.forms = all.systems().contains(system) ? Optional.of(all.forms(system)) : Optional.empty();
        this.payments = system.equals("payment") ? Optional.of(new PainComposer(mappings)) : Optional.empty();
    }

    /**
     * What is told; nothing where nobody knows.
     *
     * @param refused whether the answer that is looked at was not made use of
     */
    Sample.Reading of(Decision decision, Optional<LocalDate> since, boolean refused) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (decision.outcome() != Outcome.UNDETERMINED) {
            if (benefit.isAsked()) {
                out.writeBytes(AnswerText.of(answer(decision)));
            }
            if (decision.outcome() == Outcome.ELIGIBLE) {
                out.writeBytes(line(decision, since));
            }
        }
        return new Sample.Reading(decision, out.toByteArray(), refused);
    }

    private Answer answer(Decision decision) {
        boolean yes = decision.outcome() == Outcome.ELIGIBLE;
        Optional<LocalDate> until = yes ? Plans.question(benefit, on).until() : Optional.empty();
        return new Answer(yes ? Answer.Verdict.YES : Answer.Verdict.NO, until);
    }

    private byte[] line(Decision decision, Optional<LocalDate> since) {
        if (forms.isPresent()) {
            return file(decision, since, forms.get());
        }
        if (payments.isPresent()) {
            return payment(List.of(new Transfer("P1", cents(decision), "Zeef", ACCOUNT, text(), Optional.empty())));
        }
        return benefit.recipient().system().equals("counter") ? new byte[0] : tariff();
    }

    private byte[] file(Decision decision, Optional<LocalDate> since, DeliveryForms written) {
        SyncPlan plan = Plans.of(benefit, on);
        SyncPlan.Granted granted = plan.granted();
        String value = decision.flag(granted.flag());
        DeliveryHead head = new DeliveryHead(
                written.series(),
                benefit.id(),
                granted.period().year(),
                1,
                on,
                plan.delivered().sender(),
                plan.delivered().format());
        DeliveryLine line = new DeliveryLine(
                ID, KEY, value, granted.from(value, since), granted.period().until());
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            LineWriter writer =
                    written.form(head.format()).orElseThrow().writer().apply(out);
            writer.start(head);
            writer.line(line);
            writer.end(new Totals(1, new TreeMap<>(Map.of(value, 1L))));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a fee that is claimed the amount is the claim's. */
    private long cents(Decision decision) {
        return benefit.flags().entrySet().stream()
                .map(flag -> flag.getValue().get(decision.flag(flag.getKey())))
                .findFirst()
                .orElseThrow();
    }

    /** What a transfer says. */
    String text() {
        return benefit.payment().orElseThrow().text();
    }

    /** A payment file of these transfers, which differ in nothing but what is said of them. */
    byte[] payment(List<Transfer> transfers) {
        TransferBatch batch = new TransferBatch(
                "ZEEF-PROVE",
                on.atTime(8, 0),
                on.plusDays(benefit.payment().orElseThrow().bankingDaysAhead()),
                new TransferBatch.Debtor(benefit.recipient().sender(), "0000000097", "BE68539007547034", "GKCCBEBB"),
                transfers);
        try {
            return payments.orElseThrow().compose(batch, benefit.recipient().format());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] tariff() {
        String until = Plans.granting(benefit, on).granted().period().until().toString();
        return (KEY + ";" + until).getBytes(StandardCharsets.US_ASCII);
    }

    /** Composes payments, where this benefit is paid. */
    PainComposer composer() {
        return payments.orElseThrow();
    }
}
