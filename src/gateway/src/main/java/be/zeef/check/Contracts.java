package be.zeef.check;

import be.zeef.agreement.Agreements;
import be.zeef.app.Recipients;
import be.zeef.settings.Settings;
import be.zeef.sieve.DmnRule;
import be.zeef.sieve.RuleException;
import be.zeef.source.groeipakket.GroeipakketLanguage;
import be.zeef.subject.DayRule;
import be.zeef.subject.PopulationColumn;
import be.zeef.subject.PopulationReader;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Report;
import be.zeef.validation.XmlContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every contract that a file can be held against. Each schema below {@code mappings/sources} and
 * {@code mappings/recipients} is one, under the name of its folder; adding a folder adds a contract.
 */
public final class Contracts {

    /** Holds one file against one contract. */
    @FunctionalInterface
    public interface FileContract {
        Report check(Path file) throws IOException;
    }

    private final Map<String, FileContract> byName = new TreeMap<>();

    /** @param clock who is born after its day has no number */
    public Contracts(Settings settings, Clock clock) {
        DayRule days = new DayRule(settings.profile(), clock);
        Path mappings = settings.home().resolve("mappings");
        schemas(mappings.resolve("sources")).forEach(schema -> add(mappings.resolve("sources"), schema));
        schemas(mappings.resolve("recipients")).forEach(schema -> add(mappings.resolve("recipients"), schema));
        Recipients recipients = Recipients.in(mappings);
        recipients.systems().forEach(system -> deliveries(recipients, system));
        byName.remove("groeipakket/allowances");
        byName.put("groeipakket", file -> GroeipakketLanguage.check(mappings, days, file));
        byName.put("ksz-list", byName.remove("ksz/GeefSociaalStatuutVoorLijst-02.00"));
        byName.put("agreement", file -> agreement(mappings, file));
        byName.put("population", file -> new PopulationReader(
                        file, settings.profile(), 1, PopulationReader.Scope.everybody(days.today()), columns(mappings))
                .read()
                .report());
        byName.put("rule", Contracts::rule);
    }

    /** Those that may go along under any of the agreements; of two that mean one column, what the first says of it. */
    private static List<PopulationColumn> columns(Path mappings) {
        Agreements agreements = new Agreements(mappings);
        Map<String, PopulationColumn> columns = new LinkedHashMap<>();
        for (String id : agreements.ids()) {
            try {
                agreements
                        .load(id)
                        .recipient()
                        .columns()
                        .forEach(column -> columns.putIfAbsent(column.column(), column));
            } catch (InvalidMessageException e) {
                // what is wrong with it is told where the agreement is looked at
            }
        }
        return List.copyOf(columns.values());
    }

    public Optional<FileContract> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** What a recipient gets is one contract: a schema in its folder is for what is no CSV. */
    private void deliveries(Recipients recipients, String system) {
        Optional<FileContract> schema = byName.keySet().stream()
                .filter(name -> name.startsWith(system + "/"))
                .findFirst()
                .map(byName::remove);
        byName.put(
                system,
                file -> isCsv(file) || schema.isEmpty()
                        ? recipients.check(system, file)
                        : schema.get().check(file));
    }

    /** {@code magda/X/soap.xsd} and {@code magda/X/schema.xsd} are magda/X, {@code magda/X/file.xsd} is magda-files/X. */
    private void add(Path root, Path schema) {
        Path relative = root.relativize(schema);
        String system = relative.getName(0).toString();
        String name = schema.getFileName().toString().replaceFirst("\\.xsd$", "");
        String folder = relative.getNameCount() == 3 ? relative.getName(1).toString() : "";
        String contract =
                switch (name) {
                    case "common" -> "";
                    case "receipt" -> relative.getNameCount() == 1 ? "" : system + "-receipt";
                    case "soap", "schema" -> system + "/" + folder;
                    case "file" -> system + "-files/" + folder;
                    default -> system + "/" + name;
                };
        if (!contract.isEmpty()) {
            byName.put(contract, file -> XmlContract.of(List.of(schema)).check(file));
        }
    }

    private static List<Path> schemas(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".xsd"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Report agreement(Path mappings, Path file) {
        new Agreements(mappings).load(file);
        return new Findings().report(file.getFileName().toString());
    }

    /** Reads a DMN file; whether an agreement's decision is in it, {@code zeef check} says. */
    private static Report rule(Path file) {
        Findings findings = new Findings();
        try {
            DmnRule.check(file);
        } catch (RuleException e) {
            findings.add(FileChecks.rule(file.getFileName().toString(), e));
        }
        return findings.report(file.getFileName().toString());
    }

    private static boolean isCsv(Path file) {
        return file.getFileName().toString().endsWith(".csv");
    }

    /** What is to be said about this file; a refusal is a report too. */
    public static Report report(FileContract contract, Path file) throws IOException {
        try {
            return contract.check(file);
        } catch (InvalidMessageException e) {
            return e.report();
        }
    }
}
