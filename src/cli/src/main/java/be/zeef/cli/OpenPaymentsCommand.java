package be.zeef.cli;

import be.zeef.cli.text.Json;
import be.zeef.cli.text.OpenCaseText;
import be.zeef.payment.OpenCase;
import be.zeef.payment.closing.ClosingDesk;
import be.zeef.payment.run.PaymentDesk;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code zeef payment open}: every payment whose last word is not known, or leaves something to do. */
@Command(
        name = "open",
        description = "Every payment that is open at the bank, the oldest first, and how long it waits.",
        mixinStandardHelpOptions = true)
final class OpenPaymentsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private PayingAgreement chosen;

    @Override
    public Integer call() {
        return chosen.at(common, "", office -> {
            ClosingDesk desk = office.closingDesk();
            List<OpenCase> cases = desk.open();
            PrintWriter out = spec.commandLine().getOut();
            if (common.json()) {
                out.println(Json.of(Map.of(
                        "open",
                        cases.stream()
                                .map(each -> OpenCaseText.json(each, desk.isForAPerson(each)))
                                .toList())));
            } else {
                OpenCaseText.list(cases, desk::isForAPerson, out);
                PaymentDesk files = office.desk();
                if (files.otherMeans().getKey() > 0) {
                    out.println(
                            files.otherMeans().getKey() + " to be paid by other means: zeef payment show other-means");
                }
            }
            return ExitCode.of(cases.stream().noneMatch(desk::isForAPerson));
        });
    }
}
