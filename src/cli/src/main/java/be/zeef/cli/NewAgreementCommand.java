package be.zeef.cli;

import be.zeef.app.Recipients;
import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.text.Json;
import be.zeef.subject.Today;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef agreement new}: a commented agreement, its rule and its cases, from a few answers. */
@Command(
        name = "new",
        description = "Makes a commented agreement, rule and cases. What no flag says is asked for.",
        mixinStandardHelpOptions = true)
final class NewAgreementCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "The agreement's id: lower-case letters, digits and hyphens.")
    private String id;

    @Option(names = "--title", description = "What it is, in a few words.")
    private String title;

    @Option(
            names = "--source",
            description = "list (the KSZ buffer, everyone at once) or magda (one person at a time, at the counter).")
    private String source;

    @Option(names = "--subject", description = "household or person (for list).")
    private String subject;

    @Option(names = "--status", description = "The social status that is asked for, such as BIM_BVT.")
    private String status;

    @Option(names = "--postcodes", description = "Where the people live, such as 9000,9030 (for list).")
    private String postcodes;

    @Option(names = "--recipient", description = "Who is told: ivago, education or childcare (for list).")
    private String recipient;

    @Option(names = "--flag", description = "What the recipient is told, such as korting (for list).")
    private String flag;

    @Option(names = "--values", description = "The values it may have, the first for who has the right (for list).")
    private String values;

    @Spec
    private CommandSpec spec;

    private BufferedReader in;

    @Override
    public Integer call() throws IOException {
        if (!id.matches("[a-z][a-z0-9-]{2,60}")) {
            throw new MisuseException("ID takes 3 to 61 lower-case letters, digits and hyphens, a letter in front.");
        }
        in = new BufferedReader(new InputStreamReader(common.terminal().in(), StandardCharsets.UTF_8));
        Path home = common.settings(Map.of()).home();
        title = asked(title, "What is it, in a few words?", ".{3,120}", "3 to 120 characters");
        source = asked(source, "Which source: list or magda?", "list|magda", "list or magda");
        status = asked(status, "Which social status?", "[A-Za-z0-9_]{1,120}", "letters, digits and underscores");
        if (atCounter()) {
            subject = "person";
            recipient = "counter";
            flag = "antwoord";
            values = "JA";
        } else {
            askWhoIsTold(Recipients.in(home.resolve("mappings")));
        }
        List<Path> made = new NewAgreement(home).write(id, places());
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.of(Map.of(
                    "agreement", id, "files", made.stream().map(Path::toString).toList())));
        } else {
            made.forEach(file -> out.println("made " + file));
            out.println("Next: fill in what says FILL IN, then: zeef check " + id);
        }
        out.flush();
        return 0;
    }

    /** What a service answers about one person is for the clerk who asks; a list is for files to a recipient. */
    private boolean atCounter() {
        return source.equals("magda");
    }

    private void askWhoIsTold(Recipients recipients) throws IOException {
        subject =
                asked(subject, "Who is decided about: household or person?", "household|person", "household or person");
        postcodes = asked(postcodes, "Which postcodes, with commas?", "\\d{4}(, ?\\d{4})*", "such as 9000,9030");
        String all = String.join(", ", recipients.systems());
        recipient = asked(
                recipient, "Who is told: " + all + "?", String.join("|", recipients.systems()), "one of these: " + all);
        String known = String.join(", ", recipients.values(recipient).orElse(new TreeSet<>()));
        flag = asked(flag, "What is the recipient told (a flag's name)?", "[a-z][A-Za-z]{1,30}", "a word");
        values = asked(
                values,
                "Which values may it have (" + recipient + " knows " + known + "), the first for who has the right?",
                "\\w{1,8}(, ?\\w{1,8})*",
                "words of 1 to 8 characters");
    }

    private Map<String, String> places() {
        List<String> all = Arrays.stream(values.split(",")).map(String::strip).toList();
        LocalDate today = Today.by(common.clock());
        Map<String, String> places = new LinkedHashMap<>();
        places.put("id", id);
        places.put("title", title);
        places.put("subject", subject);
        places.put("source", source);
        places.put("status", status);
        places.put("input", "heeftStatus");
        places.put(
                "postcodes",
                postcodes == null
                        ? ""
                        : Arrays.stream(postcodes.split(","))
                                .map(each -> '"' + each.strip() + '"')
                                .collect(Collectors.joining(", ")));
        places.put("recipient", recipient);
        places.put("format", atCounter() ? "answer" : "csv");
        places.put("form", atCounter() ? "yes, no or not-decidable and a day" : "csv, signed and encrypted");
        places.put("communication", atCounter() ? "an answer at the counter" : "files over SFTP");
        places.put("identifier", atCounter() ? "none" : "insz");
        places.put("lines", atCounter() ? "answer-only" : "positive-only");
        places.put("flag", flag);
        places.put("value", all.get(0));
        places.put(
                "values",
                IntStream.range(0, all.size())
                        .mapToObj(i -> all.get(i) + ": " + (i + 1))
                        .collect(Collectors.joining(", ")));
        places.put(
                "categories",
                atCounter()
                        ? "    outcome: yes, no or not decidable, and the day until which a yes holds\n    " + flag
                                + ": that the person has the right"
                        : "    insz: number of the " + subject + "\n    " + flag
                                + ": what is granted\n    period: first and last day of what is granted");
        places.put("senderSystems", atCounter() ? "magda" : "magda, ksz");
        places.put("timesAYear", atCounter() ? "0" : "1");
        places.put("onRequest", Boolean.toString(atCounter()));
        places.put(
                "kept",
                atCounter()
                        ? ""
                        : "  decisions: {keep: P2Y, from: decision}\n  grants: {keep: P2Y, from: end-of-grant}\n");
        places.put("schedule", atCounter() ? "" : "schedule:\n  day: 16\n  months: [1]\n  missed: tell\n");
        places.put("from", today.withDayOfYear(1).toString());
        places.put("until", today.withDayOfYear(1).plusYears(3).minusDays(1).toString());
        return places;
    }

    /** What the flag says, or what is typed; asked again until it has the right form. */
    private String asked(String given, String question, String form, String hint) throws IOException {
        String text = given;
        while (text == null || !text.matches(form)) {
            if (text != null) {
                spec.commandLine().getErr().println("That is not " + hint + ".");
            }
            spec.commandLine().getErr().print(question + " ");
            spec.commandLine().getErr().flush();
            text = in.readLine();
            if (text == null) {
                throw new MisuseException("there is no answer to: " + question
                        + " Answer on standard input, or give the flag (zeef agreement new --help).");
            }
            text = text.strip();
        }
        return text;
    }
}
