package be.zeef.app;

import be.zeef.columns.ColumnMap;
import be.zeef.recipient.Recipient;
import be.zeef.recipient.childcare.ChildcareRecipient;
import be.zeef.recipient.education.EducationRecipient;
import be.zeef.recipient.ivago.IvagoRecipient;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/** Every recipient that files are delivered to, by the name that agreements give it ({@code recipient.system}). */
public final class Recipients {

    /** How one of them is made. */
    private interface Wiring {
        Recipient of(Settings settings, Keys keys, Clock clock);
    }

    private static final Map<String, Wiring> BY_SYSTEM = Map.of(
            IvagoRecipient.SYSTEM, IvagoRecipient::of,
            EducationRecipient.SYSTEM, EducationRecipient::of,
            ChildcareRecipient.SYSTEM, ChildcareRecipient::of);

    private static final Map<String, SortedSet<String>> VALUES = Map.of(
            IvagoRecipient.SYSTEM, IvagoRecipient.values(),
            EducationRecipient.SYSTEM, EducationRecipient.values(),
            ChildcareRecipient.SYSTEM, ChildcareRecipient.values());

    private static final Map<String, Function<Path, ColumnMap>> COLUMN_MAPS = new TreeMap<>(Map.of(
            EducationRecipient.SYSTEM, EducationRecipient::columns,
            ChildcareRecipient.SYSTEM, ChildcareRecipient::columns));

    private Recipients() {}

    /** What is to be said about each column map below this folder of mappings. */
    public static List<Report> columnMaps(Path mappings) {
        return COLUMN_MAPS.values().stream()
                .map(columns -> columnMap(columns, mappings))
                .toList();
    }

    private static Report columnMap(Function<Path, ColumnMap> columns, Path mappings) {
        try {
            ColumnMap map = columns.apply(mappings);
            Findings findings = new Findings();
            if (!map.assumed().isEmpty()) {
                findings.add(Finding.information("check.assumed", Location.WHOLE, "columns", map.assumed()));
            }
            return findings.report(map.file());
        } catch (InvalidMessageException e) {
            return e.report();
        }
    }

    /** The systems; each has a mailbox, and so routes, of the same name. */
    public static Set<String> systems() {
        return BY_SYSTEM.keySet();
    }

    /** The values of a flag that this recipient understands; empty when it is not one that files are delivered to. */
    public static Optional<SortedSet<String>> values(String system) {
        return Optional.ofNullable(VALUES.get(system));
    }

    /** The recipient of this name, wired; empty when there is none. */
    public static Optional<Recipient> named(String system, Settings settings, Keys keys, Clock clock) {
        return Optional.ofNullable(BY_SYSTEM.get(system)).map(wiring -> wiring.of(settings, keys, clock));
    }
}
