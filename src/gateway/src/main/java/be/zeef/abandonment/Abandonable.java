package be.zeef.abandonment;

import be.zeef.delivery.RunDeliveries;
import be.zeef.ledger.Recorded;
import be.zeef.run.SyncRefusedException;
import be.zeef.run.SyncRow;
import be.zeef.run.Syncs;
import be.zeef.run.file.QuestionFile;
import be.zeef.run.file.QuestionFiles;
import be.zeef.security.Sha256;
import be.zeef.subject.HiddenNumber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * An unfinished run as it stands. What was handed over the ledger says, which has an intent of it first: what may have left counts as left.
 *
 * @param files question files, whatever became of them
 * @param deliveries those that it packed and that were handed over, or may have been
 * @param others what else it handed over, or may have: tariffs, and deliveries that earlier runs packed
 * @param withheld those that it packed and of which nothing left
 */
public record Abandonable(
        SyncRow row,
        List<QuestionFile> files,
        List<RunDeliveries.Packed> deliveries,
        long others,
        List<RunDeliveries.Packed> withheld) {

    public Abandonable {
        files = List.copyOf(files);
        deliveries = List.copyOf(deliveries);
        withheld = List.copyOf(withheld);
    }

    /**
     * The first unfinished run of an agreement, or of a benefit of it; nobody goes on with it or ends it until this transaction ends.
     *
     * @throws SyncRefusedException when none is unfinished
     */
    static Abandonable of(Handle handle, String agreement) {
        return Syncs.unfinished(handle, agreement).stream()
                .findFirst()
                .flatMap(row -> Syncs.lock(handle, row.id()))
                .map(row -> of(handle, row))
                .orElseThrow(() -> new SyncRefusedException("No sync of "
                        + (HiddenNumber.in(agreement) ? "what was named" : agreement)
                        + " is unfinished, so there is none to abandon. What runs is told by: zeef agreement list"));
    }

    private static Abandonable of(Handle handle, SyncRow row) {
        List<Recorded> intents = Recorded.handedOver(handle, row.id(), Syncs.firstEntry(handle, row));
        List<String> left = intents.stream()
                .filter(Recorded::isOfDelivery)
                .map(entry -> entry.text("delivery"))
                .toList();
        List<RunDeliveries.Packed> packed = RunDeliveries.of(handle, row.id());
        List<RunDeliveries.Packed> withheld = packed.stream()
                .filter(delivery -> delivery.packed() && !left.contains(delivery.name()))
                .toList();
        List<RunDeliveries.Packed> gone =
                packed.stream().filter(delivery -> !withheld.contains(delivery)).toList();
        long others = left.stream()
                .filter(name ->
                        gone.stream().noneMatch(delivery -> delivery.name().equals(name)))
                .count();
        List<QuestionFile> files = Arrays.stream(QuestionFile.Kind.values())
                .flatMap(kind -> QuestionFiles.of(handle, row.id(), kind).stream())
                .toList();
        return new Abandonable(row, files, gone, others, withheld);
    }

    /** Whether two people must sign it. */
    public boolean isForTwo() {
        return !files.isEmpty() || !deliveries.isEmpty() || others > 0;
    }

    /** Question files that an answer is waited for, or that may never have been sent. */
    List<QuestionFile> openFiles() {
        return files.stream()
                .filter(file -> file.state() == QuestionFile.State.PLANNED || file.state() == QuestionFile.State.SENT)
                .toList();
    }

    List<String> fileNames() {
        return files.stream().map(QuestionFile::file).toList();
    }

    /** SHA-256 of how it stands: whoever signs it signs nothing else, and nothing later. */
    String digest() {
        Stream<String> lines = Stream.of(
                        Stream.of(row.id() + " " + row.agreement() + " " + row.version() + " " + row.state()),
                        files.stream().map(file -> file.referte() + " " + file.state()),
                        deliveries.stream().map(delivery -> delivery.name() + " " + delivery.state()),
                        Stream.of("others " + others),
                        withheld.stream().map(delivery -> delivery.name() + " withheld"))
                .flatMap(each -> each);
        return Sha256.hex(String.join("\n", lines.toList()).getBytes(StandardCharsets.UTF_8));
    }
}
