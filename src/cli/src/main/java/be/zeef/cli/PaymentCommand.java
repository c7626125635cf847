package be.zeef.cli;

import be.zeef.cli.argument.KeyOptions;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.PaymentText;
import be.zeef.cli.text.ReportText;
import be.zeef.payment.release.NamesDesk;
import be.zeef.payment.run.PaymentDesk;
import be.zeef.trust.Statement;
import be.zeef.validation.Finding;
import be.zeef.validation.Severity;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef payment}: payment files, who released them, and what the bank said. */
@Command(
        name = "payment",
        subcommands = {OpenPaymentsCommand.class, ClosePaymentsCommand.class},
        description = "Payment files: which there are, what is in them, and their release by two people.",
        mixinStandardHelpOptions = true)
final class PaymentCommand {

    @Spec
    private CommandSpec spec;

    /** {@code zeef payment list}: every file, the newest first. */
    @Command(name = "list", description = "Every payment file, the newest first.", mixinStandardHelpOptions = true)
    int list(@Mixin CommonOptions common, @Mixin PayingAgreement chosen) {
        return chosen.at(common, "", office -> {
            PaymentDesk desk = office.desk();
            List<PaymentDesk.File> files = desk.list();
            if (common.json()) {
                out().println(Json.of(
                        Map.of("files", files.stream().map(PaymentText::json).toList())));
            } else {
                PaymentText.list(files, out());
                int others = desk.otherMeans().getKey();
                if (others > 0) {
                    out().println(others + " to be paid by other means: zeef payment show other-means");
                }
            }
            return 0;
        });
    }

    /** {@code zeef payment show}: what is in a file; names only on request, which is written down. */
    @Command(
            name = "show",
            description = "Counts, sum, day and digest of a file; 'other-means' for what finance pays in another way.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin CommonOptions common,
            @Mixin PayingAgreement chosen,
            @Parameters(paramLabel = "NAME", description = "A file that zeef payment list shows.") String name,
            @Option(
                            names = "--names",
                            description = "Names and accounts too; sign for it with your key. It is written down.")
                    boolean names,
            @Mixin KeyOptions key) {
        return chosen.at(common, name, office -> {
            PaymentDesk desk = office.desk();
            int code = name.equals(NamesDesk.OTHER_MEANS) ? otherMeans(common, desk) : show(common, desk, name);
            if (names) {
                NamesDesk behind = office.namesDesk();
                Statement statement = behind.statement(name);
                names(common, behind.names(name, statement, Signing.of(spec, common, statement, key, "see the names")));
            }
            return code;
        });
    }

    private int show(CommonOptions common, PaymentDesk desk, String name) {
        PaymentDesk.File file = desk.show(name);
        PaymentDesk.Signed signed = desk.signed(name);
        if (common.json()) {
            out().println(Json.of(PaymentText.json(file, signed)));
        } else {
            PaymentText.show(file, signed, out());
        }
        return 0;
    }

    private int otherMeans(CommonOptions common, PaymentDesk desk) {
        Map.Entry<Integer, Long> sum = desk.otherMeans();
        out().println(
                        common.json()
                                ? Json.of(Map.of("payments", sum.getKey(), "cents", sum.getValue()))
                                : sum.getKey() + " to be paid by other means, together "
                                        + PaymentText.euro(sum.getValue()) + " euro");
        return 0;
    }

    /** {@code zeef payment release}: one of two people signs that this file may go. */
    @Command(
            name = "release",
            description = "Releases a file with your own key; the second of two different people hands it over.",
            mixinStandardHelpOptions = true)
    int release(
            @Mixin CommonOptions common,
            @Mixin PayingAgreement chosen,
            @Parameters(paramLabel = "NAME", description = "A file that zeef payment list shows.") String name,
            @Mixin KeyOptions key) {
        return chosen.at(common, name, office -> {
            PaymentDesk desk = office.desk();
            PaymentDesk.Released released =
                    desk.release(name, Signing.of(spec, common, desk.statement(name), key, "release this file"));
            PaymentDesk.Signed signed = desk.signed(name);
            if (common.json()) {
                Map<String, Object> json = PaymentText.json(released.file(), signed);
                json.put("handedOver", released.handedOver());
                json.put("findings", Json.findings(released.findings()));
                out().println(Json.of(json));
            } else {
                PaymentText.show(released.file(), signed, out());
                if (released.first()) {
                    out().println("Released once. Another person must release it too: zeef payment release " + name
                            + " --key FILE");
                }
                tell(name, released.findings());
            }
            return ExitCode.of(released.first() || released.handedOver());
        });
    }

    /** {@code zeef payment answers}: reads what the bank has answered by now. */
    @Command(
            name = "answers",
            description = "Reads what the bank has answered by now.",
            mixinStandardHelpOptions = true)
    int answers(@Mixin CommonOptions common, @Mixin PayingAgreement chosen) {
        return chosen.at(common, "", office -> {
            PaymentDesk desk = office.desk();
            List<Finding> findings = desk.answers();
            if (common.json()) {
                out().println(Json.of(Map.of("findings", Json.findings(findings))));
            } else {
                tell("payment", findings);
                PaymentText.list(desk.list(), out());
            }
            return ExitCode.of(findings.stream().allMatch(each -> each.severity() == Severity.INFORMATION));
        });
    }

    private void names(CommonOptions common, List<NamesDesk.Named> names) {
        if (common.json()) {
            out().println(Json.of(
                    Map.of("names", names.stream().map(PaymentText::json).toList())));
        } else {
            PaymentText.names(names, out());
        }
    }

    private void tell(String subject, List<Finding> findings) {
        findings.forEach(finding -> out().println(ReportText.line(subject, finding)));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
