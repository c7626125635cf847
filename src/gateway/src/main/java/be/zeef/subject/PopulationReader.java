package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a population extract in three passes over the file: count, index the people, then join them to their households.
 * So a reference person may stand before or after the household, and no line is kept in memory. A file that is not the same
 * in all three is refused: nobody is asked about on the strength of half an extract.
 *
 * <p>A refused line does not stop the reading. A household of which a line was refused is marked incomplete, because a
 * member is missing about whom nothing can be known.
 */
public final class PopulationReader {

    private Extract extract;
    private final Realm realm;
    private final double maxBadShare;
    private final Scope scope;
    private final List<PopulationColumn> columns;

    /**
     * Reads everyone, by household.
     *
     * @param maxBadShare share of refused lines (0–1) above which the whole file is refused
     */
    public PopulationReader(Path file, Realm realm, double maxBadShare) {
        this(file, realm, maxBadShare, new Scope(true, Optional.empty()));
    }

    /** @param scope whom of the file it is about; the others are left out as if they were not there */
    public PopulationReader(Path file, Realm realm, double maxBadShare, Scope scope) {
        this(file, realm, maxBadShare, scope, List.of());
    }

    /** @param columns those that go along to the recipient, of which the extract may have some or none */
    public PopulationReader(Path file, Realm realm, double maxBadShare, Scope scope, List<PopulationColumn> columns) {
        this(new Extract(file), realm, maxBadShare, scope, columns);
    }

    PopulationReader(Extract extract, Realm realm, double maxBadShare, Scope scope) {
        this(extract, realm, maxBadShare, scope, List.of());
    }

    private PopulationReader(
            Extract extract, Realm realm, double maxBadShare, Scope scope, List<PopulationColumn> columns) {
        this.extract =
                extract.with(columns.stream().map(PopulationColumn::column).toList());
        this.columns = List.copyOf(columns);
        this.realm = realm;
        this.maxBadShare = maxBadShare;
        this.scope = scope;
    }

    /**
     * Columns that the extract may have and that are not looked at, for they go along under another benefit of the agreement.
     *
     * @param others those that go along here too are read all the same
     */
    public void passOver(List<PopulationColumn> others) {
        extract = extract.with(others.stream().map(PopulationColumn::column).toList());
    }

    /**
     * Whom of an extract a run is about.
     *
     * @param households whether people are joined to households; otherwise each is looked at alone
     * @param bornFrom the earliest date of birth; who was born before it is left out. A date that is not known whole is
     *     taken for the latest it can be, so nobody is left out who might belong
     * @param on the day the extract is read for; who was born after it is no part of that day's population. A date that is
     *     not known whole is taken for the earliest it can be
     * @param bornBy the last day on which the bearer of a number can be born ({@link DayRule#bornBy}); a number that tells a
     *     later one is refused
     */
    public record Scope(boolean households, Optional<LocalDate> bornFrom, Optional<LocalDate> on, LocalDate bornBy) {

        /** Of whatever day, and numbers as they stand. */
        public Scope(boolean households, Optional<LocalDate> bornFrom) {
            this(households, bornFrom, Optional.empty(), LocalDate.MAX);
        }

        /** Everybody whose number can be somebody's. */
        public static Scope everybody(LocalDate bornBy) {
            return new Scope(true, Optional.empty(), Optional.empty(), bornBy);
        }

        boolean isTooOld(LocalDate latestBirth) {
            return bornFrom.filter(latestBirth::isBefore).isPresent();
        }

        boolean isNotYetBorn(LocalDate earliestBirth) {
            return on.filter(earliestBirth::isAfter).isPresent();
        }

        boolean holds(PopulationLine line) {
            return !isTooOld(line.latestBirth()) && !isNotYetBorn(line.earliestBirth());
        }
    }

    /**
     * What was read, and what is to be said about it.
     *
     * @param mutations what it says has become of people
     */
    public record Read(Population population, Report report, long refusedLines, Mutations mutations) {}

    /**
     * @throws InvalidMessageException when the file is missing, is no such extract, changes while it is read, or too many of
     *     its lines are bad
     */
    public Read read() {
        Findings findings = new Findings();
        Extract.Seen counted = extract.read(PopulationLine.HEADER, findings, (text, number) -> {});
        Index index = index(counted, findings);
        PopulationJoin joining = new PopulationJoin(
                index,
                new PopulationLine(realm, scope.bornBy()),
                scope,
                new ColumnsReading(columns),
                extract,
                findings);
        same(counted, extract.read(PopulationLine.HEADER, findings, joining), findings);
        Population population = joining.population(counted);
        if (joining.refused() > maxBadShare * Math.max(1, counted.lines())) {
            findings.add(Finding.fatal(
                    "population.too-many-refused",
                    Location.WHOLE,
                    Long.toString(joining.refused()),
                    Integer.toString(counted.lines()),
                    Double.toString(maxBadShare)));
            throw new InvalidMessageException(findings.report(extract.name()));
        }
        return new Read(population, findings.report(extract.name()), joining.refused(), joining.mutations());
    }

    private void same(Extract.Seen before, Extract.Seen now, Findings findings) {
        if (!before.equals(now)) {
            throw extract.changed(findings);
        }
    }

    /**
     * Who stands in an extract, each once and ascending.
     *
     * @param people of the scope
     * @param dead who has died; none of them is one of the people, whatever another line says
     */
    record Index(long[] people, long[] dead) {
        boolean dead(long insz) {
            return Arrays.binarySearch(dead, insz) >= 0;
        }
    }

    private Index index(Extract.Seen counted, Findings findings) {
        PopulationIndexing indexing =
                new PopulationIndexing(new PopulationLine(realm, scope.bornBy()), scope, counted.lines());
        same(counted, extract.read(PopulationLine.HEADER, findings, indexing), findings);
        return indexing.index();
    }
}
