package be.zeef.cli.report;

import be.zeef.app.report.AgreementReports;
import be.zeef.cli.CommonOptions;
import be.zeef.cli.ExitCode;
import be.zeef.cli.argument.Language;
import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.argument.NewFile;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.Json;
import be.zeef.report.AgreementReport;
import be.zeef.report.Figures;
import be.zeef.report.Part;
import be.zeef.report.Per;
import be.zeef.report.Period;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.subject.Today;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef report}: what was asked, received, dropped, decided and delivered under an agreement, and what it says of itself. */
@Command(
        name = "report",
        description = "Tells per period what was asked, received, dropped, decided and delivered; with the record of"
                + " processing and the protocol. Nobody is in it, and no figure of people under five.",
        mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {

    /** Beyond it figures of months are too many to read; programs may ask month by month. */
    private static final int MOST_MONTHS = 1200;

    @Mixin
    private CommonOptions common;

    @Mixin
    private Language language;

    @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id; all its benefits are told.")
    private String agreement;

    @Option(
            names = "--from",
            paramLabel = "MONTH",
            description = "The first month (YYYY-MM; default: that of the period in which anything was first done).")
    private Optional<YearMonth> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "MONTH",
            description = "The last month (YYYY-MM; default: that of the period of today).")
    private Optional<YearMonth> to = Optional.empty();

    @Option(
            names = "--per",
            paramLabel = "PERIOD",
            description = "How long a period is: ${COMPLETION-CANDIDATES} (default: quarter).",
            converter = Periods.class,
            completionCandidates = Periods.class)
    private Per per = Per.QUARTER;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "One of ${COMPLETION-CANDIDATES} (default: html). turtle is the record alone, csv the figures alone.")
    private Format format = Format.html;

    @Option(
            names = "--only",
            paramLabel = "PART",
            description = "Nothing but the ${COMPLETION-CANDIDATES}: what is counted, the record of processing"
                    + " (GDPR art. 30), or the protocol to publish.")
    private Optional<Only> only = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Writes it there, and nothing to the terminal; one that is there is not written over.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    private enum Only {
        figures,
        record,
        protocol;

        Part part() {
            return Part.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public Integer call() throws IOException {
        Format wanted = common.json() && out.isEmpty() ? Format.json : format;
        Set<Part> parts = only.map(Only::part).<Set<Part>>map(EnumSet::of).orElseGet(() -> EnumSet.allOf(Part.class));
        if (!wanted.has(parts, only.isPresent())) {
            throw new MisuseException("--format " + wanted + " is of another part than --only names.");
        }
        if (wanted == Format.pdf && out.isEmpty()) {
            throw new MisuseException("a PDF is no text for a terminal. Name the file to write: --out FILE");
        }
        requireOrder();
        if (out.isEmpty()) {
            spec.commandLine().getOut().print(new String(made(wanted, parts), StandardCharsets.UTF_8));
        } else {
            NewFile.write(out.get(), () -> made(wanted, parts));
            String name = Typed.shown(out.get(), "not repeated");
            spec.commandLine().getOut().println(common.json() ? Json.of(Map.of("file", name)) : "Written: " + name);
        }
        spec.commandLine().getOut().flush();
        return ExitCode.of(true);
    }

    private byte[] made(Format wanted, Set<Part> parts) throws IOException {
        Settings settings = common.settings(Map.of());
        AgreementReport report = new AgreementReports(settings, Keys.in(settings.keys()), common.clock())
                .of(agreement, this::periods, language.locale());
        return wanted.of(report, parts, language.locale());
    }

    private YearMonth last() {
        return to.orElseGet(() -> per.end(YearMonth.from(Today.by(common.clock()))));
    }

    private void requireOrder() {
        if (from.filter(first -> first.isAfter(last())).isPresent()) {
            throw new MisuseException("--from lies behind --to. Give the earlier month first.");
        }
        if (from.filter(first -> first.isBefore(last().minusMonths(MOST_MONTHS)))
                .isPresent()) {
            throw new MisuseException("--from lies more than a hundred years before --to.");
        }
    }

    private List<Period> periods(Iterable<Figures> figures) {
        YearMonth first = from.orElseGet(() -> StreamSupport.stream(figures.spliterator(), false)
                .flatMap(each -> each.first().stream())
                .filter(month -> !month.isAfter(last()))
                .min(YearMonth::compareTo)
                .map(per::begin)
                .orElse(per.begin(last())));
        return per.between(first, last());
    }
}
