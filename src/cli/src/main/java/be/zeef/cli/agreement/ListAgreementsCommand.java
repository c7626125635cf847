package be.zeef.cli.agreement;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.AgreementAdmission;
import be.zeef.app.PinnedOfficers;
import be.zeef.cli.CommonOptions;
import be.zeef.cli.text.Json;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.standing.Halt;
import be.zeef.standing.Standings;
import be.zeef.standing.State;
import be.zeef.storage.Storage;
import be.zeef.subject.Today;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef agreement list}: how the version of each agreement that lies here stands. */
@Command(
        name = "list",
        description =
                "Tells of each agreement its state: draft, advised, approved, in force, expired, suspended or revoked.",
        mixinStandardHelpOptions = true)
public final class ListAgreementsCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "AGREEMENT", arity = "0..*", description = "Only these (default: every one).")
    private List<String> only = List.of();

    @Spec
    private CommandSpec spec;

    private record Listed(Agreement agreement, State state, Optional<Halt> halt) {}

    @Override
    public Integer call() {
        Settings settings = common.settings(Map.of());
        Agreements all = new Agreements(settings.home().resolve("mappings"));
        List<Agreement> agreements =
                (only.isEmpty() ? all.ids() : only).stream().map(all::load).toList();
        AgreementAdmission admission = new AgreementAdmission(settings, () -> Keys.in(settings.keys()), common.clock());
        Standings standings = new Standings(PinnedOfficers.of(settings, admission.people()));
        try (Storage storage = Storage.open(settings.database(), common.clock())) {
            List<Listed> listed = agreements.stream()
                    .map(each -> listed(each, admission, standings.halt(storage.jdbi(), each.id(), each.version())))
                    .toList();
            print(listed);
        }
        return 0;
    }

    private Listed listed(Agreement agreement, AgreementAdmission admission, Optional<Halt> halt) {
        int approvals = admission.approvals().counting(agreement).size();
        State state = State.of(approvals, agreement.validity(), Today.by(common.clock()), halt);
        return new Listed(agreement, state, halt);
    }

    private void print(List<Listed> listed) {
        var out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.of(Map.of(
                    "agreements",
                    listed.stream().map(ListAgreementsCommand::json).toList())));
        } else {
            listed.forEach(each -> {
                out.println(String.format(
                        Locale.ROOT,
                        "%-9s  %s  %s",
                        each.state().words(),
                        each.agreement().version(),
                        each.agreement().id()));
                each.halt()
                        .ifPresent(halt -> out.println("    " + halt.finding().text(Locale.getDefault())));
            });
        }
        out.flush();
    }

    private static Map<String, Object> json(Listed listed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agreement", listed.agreement().id());
        json.put("version", listed.agreement().version());
        json.put("state", listed.state().words());
        listed.halt().ifPresent(halt -> {
            json.put("by", halt.by());
            json.put("reason", halt.reason());
            json.put("code", halt.finding().code());
        });
        return json;
    }
}
