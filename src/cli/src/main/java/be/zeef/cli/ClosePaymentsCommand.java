package be.zeef.cli;

import be.zeef.cli.argument.KeyOptions;
import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.OpenCaseText;
import be.zeef.ledger.Written;
import be.zeef.payment.closing.ClosingDecision;
import be.zeef.payment.closing.ClosingDesk;
import be.zeef.payment.closing.ClosingDesk.Request;
import be.zeef.payment.closing.ClosingDesk.Wish;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef payment close}: one of two people signs how what is open is closed; with the second it is. */
@Command(
        name = "close",
        description = "Closes what is open, by the keys of two different people; the second may leave out how and why.",
        mixinStandardHelpOptions = true)
final class ClosePaymentsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private PayingAgreement chosen;

    @Parameters(
            paramLabel = "WHAT",
            description =
                    "A payment that zeef payment open shows, a file for all that is open of it, or 'other-means'.")
    private String what;

    @Option(
            names = "--as",
            paramLabel = "HOW",
            description =
                    "paid (by other means, or as the account shows), given-up, again (the bank never paid it, to the same account),"
                            + " or corrected (the bank never paid it, to an account that is still to come).")
    private Optional<String> how = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it stands in the ledger, so no person's data.")
    private Optional<String> reason = Optional.empty();

    @Mixin
    private KeyOptions key;

    @Override
    public Integer call() {
        reason.ifPresent(why -> Typed.require(Written.faultOfReason(why, "--reason"), "zeef payment close"));
        if (how.isPresent() != reason.isPresent()) {
            throw new MisuseException(
                    "say both how and why (--as, --reason), or neither to sign what another person said.");
        }
        Request asked = new Request(what, how.map(word -> new Wish(ClosingDecision.of(word), reason.orElseThrow())));
        return chosen.at(common, what, office -> {
            ClosingDesk desk = office.closingDesk();
            byte[] signature = Signing.of(spec, common, desk.statement(asked), key, "close this");
            ClosingDesk.Closed closed = desk.close(asked, signature);
            var out = spec.commandLine().getOut();
            out.println(common.json() ? Json.of(OpenCaseText.json(what, closed)) : OpenCaseText.closed(what, closed));
            return 0;
        });
    }
}
