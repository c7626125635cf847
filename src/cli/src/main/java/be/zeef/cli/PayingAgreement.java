package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.cli.argument.MisuseException;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.Payments;
import be.zeef.payment.run.PaymentOffice;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which agreement's payments. There need be no choice while only one pays, or only one has the file that is meant. */
final class PayingAgreement {

    @Option(
            names = "--agreement",
            paramLabel = "ID",
            description = "Which agreement (default: the one that pays; of several, the one that has the file).")
    private Optional<String> agreement = Optional.empty();

    /** @param file the payment file that is meant; empty, or another word, for all of one agreement */
    int at(CommonOptions common, String file, ToIntFunction<PaymentOffice> work) {
        Settings settings = common.settings(Map.of());
        Agreement paying = chosen(new Agreements(settings.home().resolve("mappings")), settings, common.clock(), file);
        try (Workshop.FarEnds sandbox = Workshop.farEnds(settings);
                Gateway gateway = new Gateway(common.settings(sandbox.overrides()), common.clock(), paying)) {
            return work.applyAsInt(gateway.payments(paying));
        }
    }

    private Agreement chosen(Agreements all, Settings settings, Clock clock, String file) {
        List<Agreement> paying = agreement.map(List::of).orElseGet(all::ids).stream()
                .map(all::load)
                .filter(each -> each.payment().isPresent())
                .toList();
        if (paying.size() > 1) {
            Set<String> having = having(settings, clock, file);
            paying = paying.stream().filter(each -> having.contains(each.id())).toList();
        }
        if (paying.size() != 1) {
            throw new MisuseException(
                    agreement.isPresent()
                            ? "this agreement pays nobody. Name one that has recipient.payment."
                            : "several agreements pay. Name one with --agreement.");
        }
        return paying.get(0);
    }

    /** Which agreements have this file or payment; where none has one of this name, which have any. */
    private static Set<String> having(Settings settings, Clock clock, String file) {
        try (Storage storage = Storage.open(settings.database(), clock)) {
            List<PaymentFiles.Of> files = storage.jdbi().withHandle(PaymentFiles::everyones);
            Set<String> named = files.stream()
                    .filter(each -> each.file().name().equals(file))
                    .map(PaymentFiles.Of::agreement)
                    .collect(Collectors.toCollection(HashSet::new));
            storage.jdbi()
                    .withHandle(handle -> Payments.agreementOf(handle, file))
                    .ifPresent(named::add);
            return named.isEmpty()
                    ? files.stream().map(PaymentFiles.Of::agreement).collect(Collectors.toSet())
                    : named;
        }
    }
}
