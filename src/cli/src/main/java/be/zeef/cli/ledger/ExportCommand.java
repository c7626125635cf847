package be.zeef.cli.ledger;

import be.zeef.app.LedgerSeals;
import be.zeef.cli.CommonOptions;
import be.zeef.cli.ExitCode;
import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.argument.NewFile;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.Count;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.ReportText;
import be.zeef.ledger.EvidenceBundle;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.Sealer;
import be.zeef.ledger.Selection;
import be.zeef.ledger.event.NamesShown;
import be.zeef.ledger.seal.Checkpoint;
import be.zeef.ledger.seal.ForeignNoteException;
import be.zeef.ledger.seal.Note;
import be.zeef.ledger.seal.NoteKey;
import be.zeef.security.Fingerprint;
import be.zeef.security.Keys;
import be.zeef.security.OwnKey;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.subject.HiddenNumber;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef ledger export}: entries with the proof that they stand in the ledger, for whoever does not take our word for it. */
@Command(
        name = "export",
        description = "Writes entries with the proof that they stand in the sealed ledger; that is itself an entry.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private static final String SINCE = "--since";

    /** It may be one that is not there any more. */
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{2,40}(/[a-z0-9-]{1,40})?");

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", description = "The ZIP file to write; one that is there is not written over.")
    private Path file;

    @Option(names = "--agreement", paramLabel = "ID", description = "Of this agreement alone (default: all).")
    private Optional<String> agreement = Optional.empty();

    @Option(names = "--from", paramLabel = "DATE", description = "From this day on (YYYY-MM-DD).")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "Up to and with this day (YYYY-MM-DD).")
    private Optional<LocalDate> to = Optional.empty();

    @Option(
            names = SINCE,
            paramLabel = "CHECKPOINT",
            description = "A checkpoint that the reader has: the file then shows that the ledger goes on from it.")
    private Optional<Path> since = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "ID",
            required = true,
            description =
                    "Who gives them, for the ledger. An account of this machine is nobody, so there is no default.")
    private String clerk;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for the ledger.")
    private String reason;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Typed.require(Typed.faultOf(clerk, "--by", reason), "zeef ledger export");
        agreement.filter(id -> !ID.matcher(id).matches() || HiddenNumber.in(id)).ifPresent(id -> {
            throw new MisuseException("--agreement takes an agreement's id, or ID/BENEFIT.");
        });
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw new MisuseException("--from lies behind --to. Give the earlier day first.");
        }
        AtomicReference<Runnable> told = new AtomicReference<>();
        boolean written = NewFile.inPieces(file, out -> export(out, told));
        told.get().run();
        return ExitCode.of(written);
    }

    /**
     * Before anything is recorded the file is there: who cannot be given anything was given nothing.
     *
     * @param told what is said when it is written
     */
    private boolean export(OutputStream out, AtomicReference<Runnable> told) throws IOException {
        Settings settings = common.settings(Map.of());
        Keys keys = Keys.in(settings.keys());
        OwnKey key = OwnKey.ofLedger(keys);
        try (Storage storage = Storage.open(settings.database(), common.clock())) {
            key.identity(common.clock());
            Optional<Note> before = since(key);
            record(storage);
            Sealer.Outcome sealed = LedgerSeals.sealer(settings, keys, storage.jdbi(), common.clock())
                    .seal();
            if (sealed.newest().isEmpty()) {
                told.set(() -> print(sealed.report()));
                return false;
            }
            long entries = write(storage, key, sealed.note().orElseThrow(), before, out);
            told.set(() -> print(sealed.newest().get(), key.certificate(), entries, sealed.report()));
            return true;
        }
    }

    private Optional<Note> since(OwnKey key) throws IOException {
        if (since.isEmpty()) {
            return Optional.empty();
        }
        // what is no text is no checkpoint either
        String text = new String(Files.readAllBytes(Typed.readable(since.get(), SINCE)), StandardCharsets.UTF_8);
        try {
            return Optional.of(new NoteKey(key.certificate().getPublicKey()).read(text));
        } catch (ForeignNoteException e) {
            throw new MisuseException(SINCE + " names no checkpoint that this installation signed.");
        }
    }

    private void record(Storage storage) {
        new Ledger(storage.jdbi(), common.clock())
                .append(
                        agreement.orElse(""),
                        0,
                        new NamesShown.OfEntries(
                                agreement.orElse(""),
                                from.map(LocalDate::toString).orElse(""),
                                to.map(LocalDate::toString).orElse(""),
                                clerk,
                                reason.strip()));
    }

    private long write(Storage storage, OwnKey key, Note head, Optional<Note> before, OutputStream out)
            throws IOException {
        try {
            return new EvidenceBundle(storage.jdbi(), key.certificate())
                    .write(new Selection(agreement, from, to), head, before, out);
        } catch (EvidenceBundle.UnsealedException e) {
            throw InvalidMessageException.of("ledger", Finding.fatal("ledger.unsealed", Location.WHOLE));
        }
    }

    private void print(Report report) {
        var out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.of(Map.of("findings", Json.findings(report.findings()))));
        } else {
            ReportText.print(report, out);
        }
        out.flush();
    }

    private void print(Checkpoint head, X509Certificate certificate, long entries, Report report) {
        var out = spec.commandLine().getOut();
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", Typed.shown(file, "not repeated"));
            json.put("entries", entries);
            json.put("of", head.size());
            json.put("origin", head.origin());
            json.put("root", head.root().base64());
            json.put("certificate", Fingerprint.of(certificate).hex());
            json.put("findings", Json.findings(report.findings()));
            out.println(Json.of(json));
        } else {
            out.println("Written: " + Count.of(entries, "entry", "entries") + " of the " + head.size() + " of "
                    + head.origin() + ".");
            out.println(
                    "Its reader needs the SHA-256 of the certificate from elsewhere: " + Fingerprint.of(certificate));
            ReportText.print(report, out);
        }
        out.flush();
    }
}
