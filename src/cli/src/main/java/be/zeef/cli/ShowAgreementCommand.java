package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.AskedFacts;
import be.zeef.cli.argument.Language;
import be.zeef.cli.text.Json;
import be.zeef.protocol.Protocol;
import be.zeef.security.reading.Yaml;
import be.zeef.security.reading.YamlException;
import be.zeef.validation.PlainText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef agreement show}: what an agreement does, in the words of those who sign it. */
@Command(
        name = "show",
        description = "Tells what is asked of whom, what is kept and what leaves to whom, made from what runs.",
        mixinStandardHelpOptions = true)
final class ShowAgreementCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id.")
    private String agreement;

    @Mixin
    private Language language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, YamlException {
        Agreements all = new Agreements(common.settings(Map.of()).home().resolve("mappings"));
        Agreement shown = all.load(agreement);
        List<Protocol.Section> sections = new Protocol(
                        shown, Yaml.tree(all.file(shown.id())), AskedFacts.categories(shown), language.locale())
                .sections();
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("agreement", agreement);
            json.put("version", shown.version());
            json.put(
                    "sections",
                    sections.stream()
                            .map(section -> Map.of("title", section.title(), "lines", section.lines()))
                            .toList());
            out.println(Json.of(json));
        } else {
            sections.forEach(section -> {
                out.println(section.title());
                section.lines().forEach(line -> out.println("  " + PlainText.of(line)));
                out.println();
            });
        }
        out.flush();
        return 0;
    }
}
