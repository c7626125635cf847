package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreement.StatusNamed;
import be.zeef.allowance.AllowanceLanguage;
import be.zeef.allowance.AllowanceRow;
import be.zeef.payment.intake.Entitlement;
import be.zeef.payment.intake.PremiumRule;
import be.zeef.plan.Plans;
import be.zeef.proof.Fact;
import be.zeef.proof.RuleUse;
import be.zeef.proof.Sample;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.FactSpace;
import be.zeef.sieve.Outcome;
import be.zeef.sieve.Ternary;
import be.zeef.source.ListAnswer;
import be.zeef.source.ListQuestion;
import be.zeef.source.PersonList;
import be.zeef.source.StatusAsked;
import be.zeef.source.groeipakket.GroeipakketLanguage;
import be.zeef.source.ksz.KszListLanguage;
import be.zeef.subject.DayRule;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.transfer.Transfer;
import be.zeef.validation.InvalidMessageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The ways of answers that come in files: of a list about many people, and of VUTG's month. */
final class FileSamples {

    private static final PersonList PEOPLE = new PersonList() {
        private final long[] people = {62_691_699_717L, 66_691_666_644L};

        @Override
        public int size() {
            return people.length;
        }

        @Override
        public long at(int place) {
            return people[place];
        }
    };

    private static final Sample.Reading NOTHING =
            new Sample.Reading(Decision.undetermined(Cause.UNUSABLE_ANSWER), new byte[0], true);

    private final RuleUse use;
    private final Agreement benefit;
    private final Path mappings;
    private final Tellings tellings;
    private final LocalDate on;

    FileSamples(RuleUse use, Agreement benefit, Path mappings, Tellings tellings, LocalDate on) {
        this.use = use;
        this.benefit = benefit;
        this.mappings = mappings;
        this.tellings = tellings;
        this.on = on;
    }

    /** Of the first of two people; what else the rule looks at is known, and no. */
    Sample.Way list() {
        KszListLanguage language = new KszListLanguage(mappings);
        List<StatusAsked> statuses = Plans.of(benefit, on).list().orElseThrow().statuses();
        ListQuestion question = new ListQuestion(
                "sample", ServiceSamples.REFERTE, benefit.list().operation(), statuses, PEOPLE);
        return answer -> {
            try {
                return language.read("sample", new ByteArrayInputStream(answer), referte -> Optional.of(question)
                                .filter(asked -> asked.referte().equals(referte)))
                        .map(this::listed)
                        .orElse(NOTHING);
            } catch (InvalidMessageException e) {
                return NOTHING;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private Sample.Reading listed(ListAnswer answer) {
        Map<String, String> values = new HashMap<>();
        for (Fact fact : use.facts()) {
            values.put(fact.name(), "no");
        }
        for (StatusNamed status : benefit.list().statuses()) {
            Ternary said = Ternary.together(status.names().stream().map(name -> cell(answer, name)), status.all());
            values.put(status.input(), said.name().toLowerCase(Locale.ROOT));
        }
        Decision decision =
                use.decide(values, use.sizes().isEmpty() ? 0 : use.sizes().get(0));
        Cause cause = values.containsValue(FactSpace.UNKNOWN) ? Cause.MISSING : Cause.RULE_OPEN;
        return tellings.of(decision.because(cause), Optional.empty(), false);
    }

    private static Ternary cell(ListAnswer answer, String status) {
        List<String> names =
                answer.question().statuses().stream().map(StatusAsked::name).toList();
        return answer.statuses().get(names.indexOf(status)).get(0);
    }

    /** Of all grants of a month that are paid. */
    Sample.Way allowances() {
        AllowanceLanguage language = GroeipakketLanguage.plain(
                mappings,
                new DayRule(
                        Realm.SANDBOX, Clock.fixed(on.atStartOfDay(Today.ZONE).toInstant(), Today.ZONE)));
        PremiumRule rule = new PremiumRule(benefit, benefit.payment().orElseThrow(), use.rule(), tellings.composer());
        return answer -> {
            try {
                List<AllowanceRow.Granted> rows = new ArrayList<>();
                language.open("sample.xml", new ByteArrayInputStream(answer)).each(row -> {
                    if (row instanceof AllowanceRow.Granted granted) {
                        rows.add(granted);
                    }
                });
                return rows.size() == 1 ? paid(rows.get(0), rule.entitlement(rows.get(0))) : NOTHING;
            } catch (InvalidMessageException e) {
                return NOTHING;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private Sample.Reading paid(AllowanceRow.Granted row, Entitlement entitlement) {
        if (!entitlement.isGiven()) {
            return new Sample.Reading(new Decision(entitlement.outcome(), Map.of()), new byte[0], false);
        }
        List<Transfer> transfers = new ArrayList<>();
        for (int i = 0; i < entitlement.shares().size(); i++) {
            AllowanceRow.Beneficiary payee = row.beneficiaries().get(i);
            transfers.add(new Transfer(
                    "P" + i,
                    entitlement.shares().get(i),
                    payee.name(),
                    payee.iban(),
                    tellings.text(),
                    Optional.empty()));
        }
        return new Sample.Reading(new Decision(Outcome.ELIGIBLE, Map.of()), tellings.payment(transfers), false);
    }
}
