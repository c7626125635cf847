package be.zeef.cli;

import be.zeef.recipient.Recipient;
import be.zeef.recipient.childcare.ChildcareRecipient;
import be.zeef.recipient.education.EducationRecipient;
import be.zeef.recipient.ivago.IvagoRecipient;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Every recipient that files are delivered to, by the name that agreements give it ({@code recipient.system}). */
final class Recipients {

    private static final Map<String, BiFunction<Settings, Keys, Recipient>> BY_SYSTEM = Map.of(
            IvagoRecipient.SYSTEM, IvagoRecipient::of,
            EducationRecipient.SYSTEM, EducationRecipient::of,
            ChildcareRecipient.SYSTEM, ChildcareRecipient::of);

    private static final Map<String, Consumer<Path>> COLUMN_MAPS = new TreeMap<>(Map.of(
            EducationRecipient.SYSTEM, EducationRecipient::checkColumns,
            ChildcareRecipient.SYSTEM, ChildcareRecipient::checkColumns));

    private Recipients() {}

    /** What is to be said about each column map below this folder of mappings. */
    static List<Report> columnMaps(Path mappings) {
        return COLUMN_MAPS.entrySet().stream()
                .map(recipient -> {
                    try {
                        recipient.getValue().accept(mappings);
                        return new Findings().report("recipients/" + recipient.getKey() + "/columns.yaml");
                    } catch (InvalidMessageException e) {
                        return e.report();
                    }
                })
                .toList();
    }

    /** The systems; each has a mailbox, and so routes, of the same name. */
    static Set<String> systems() {
        return BY_SYSTEM.keySet();
    }

    /** The recipient of this name, wired; empty when there is none. */
    static Optional<Recipient> named(String system, Settings settings, Keys keys) {
        return Optional.ofNullable(BY_SYSTEM.get(system)).map(wiring -> wiring.apply(settings, keys));
    }
}
