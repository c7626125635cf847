package be.zeef.ledger;

import be.zeef.ledger.seal.Note;
import be.zeef.ledger.stamp.Stamps;
import be.zeef.ledger.tree.BrokenProofException;
import be.zeef.ledger.tree.CompactRange;
import be.zeef.ledger.tree.Hash;
import be.zeef.ledger.tree.Hasher;
import be.zeef.ledger.tree.Levels;
import be.zeef.ledger.tree.ProofMaker;
import be.zeef.ledger.tree.ProofVerifier;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Entries for somebody who does not take our word: each with the path that leads from it to a signed checkpoint, in one file that needs
 * nothing of ours to be verified ({@code conformance-tests/ledger/verify.py}). Goes through the ledger twice; memory grows by 64 bytes for
 * each {@value #BLOCK} entries.
 */
public final class EvidenceBundle {

    /** Leaves of which the subtree is held whole; a power of two. */
    private static final int BLOCK = 1024;

    private static final byte[] LINE_END = {'\n'};
    private static final ObjectMapper JSON = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final Jdbi jdbi;
    private final X509Certificate certificate;

    /** @param certificate of the key that signs checkpoints */
    public EvidenceBundle(Jdbi jdbi, X509Certificate certificate) {
        this.jdbi = jdbi;
        this.certificate = certificate;
    }

    /** The ledger is not what was sealed: {@code zeef ledger verify} tells where. */
    public static final class UnsealedException extends Exception {

        private static final long serialVersionUID = 1L;

        UnsealedException(String what) {
            super(what);
        }
    }

    /**
     * Writes a ZIP file.
     *
     * @param head of as many entries as are there, or fewer
     * @param since a checkpoint that its reader has, of which the bundle shows that the ledger goes on from it
     * @return how many entries are in it
     * @throws UnsealedException when a checkpoint is not of this ledger; what was written until then is no bundle
     */
    public long write(Selection selection, Note head, Optional<Note> since, OutputStream out)
            throws IOException, UnsealedException {
        try (Handle handle = jdbi.open();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            handle.setTransactionIsolationLevel(TransactionIsolationLevel.REPEATABLE_READ);
            handle.begin();
            Tree tree = new Tree(handle, head.size(), since.map(Note::size));
            tree.require(head, since);
            text(zip, "checkpoint", head.text());
            text(zip, "certificate.pem", pem());
            Optional<byte[]> stamp = Stamps.of(handle, head.size()).flatMap(Stamps.Row::bytes);
            if (stamp.isPresent()) {
                bytes(zip, "checkpoint.tst", stamp.get());
            }
            if (since.isPresent()) {
                text(zip, "since", since.get().text());
                text(zip, "consistency.json", JSON.writeValueAsString(base64(tree.consistency())) + "\n");
            }
            zip.putNextEntry(new ZipEntry("entries.jsonl"));
            long written = tree.write(selection, zip);
            zip.closeEntry();
            handle.rollback();
            return written;
        }
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        bytes(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, LINE_END).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> base64(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }

    /** As the bundle has it: an entry's fields, and its path. */
    private record Shown(
            long id, String at, String kind, String agreement, long sync, String body, List<String> path) {}

    /** The tree of the first entries, by blocks. */
    private static final class Tree {

        private final Handle handle;
        private final long size;
        private final Hasher hasher = new Hasher();
        private final CompactRange whole = new CompactRange();
        private final Optional<ProofMaker> since;
        private final Optional<Levels> blocks;

        Tree(Handle handle, long size, Optional<Long> smaller) throws UnsealedException {
            this.handle = handle;
            this.size = size;
            this.since = smaller.filter(from -> from <= size).map(from -> ProofMaker.ofConsistency(from, size));
            List<Hash> roots = new ArrayList<>();
            each(block -> {
                CompactRange root = new CompactRange();
                for (Entry entry : block) {
                    Hash leaf = entry.leafHash(hasher);
                    since.ifPresent(maker -> maker.see(whole.size(), leaf));
                    whole.add(leaf);
                    root.add(leaf);
                }
                roots.add(root.root());
            });
            this.blocks = roots.isEmpty() ? Optional.empty() : Optional.of(new Levels(roots));
        }

        @FunctionalInterface
        private interface BlockReader<X extends Exception> {
            void read(List<Entry> block) throws X;
        }

        private <X extends Exception> void each(BlockReader<X> reader) throws X {
            try (ResultIterator<Entry> entries = Chain.after(handle, 0)) {
                List<Entry> block = new ArrayList<>(BLOCK);
                for (long i = 0; i < size && entries.hasNext(); i++) {
                    block.add(entries.next());
                    if (block.size() == BLOCK) {
                        reader.read(block);
                        block.clear();
                    }
                }
                if (!block.isEmpty()) {
                    reader.read(block);
                }
            }
        }

        void require(Note head, Optional<Note> before) throws UnsealedException {
            if (whole.size() != size || !whole.root().equals(head.checkpoint().root())) {
                throw new UnsealedException("the ledger is not what was sealed");
            }
            if (before.isPresent()) {
                try {
                    ProofVerifier.consistent(
                            before.get().size(), before.get().checkpoint().root(), size, whole.root(), consistency());
                } catch (BrokenProofException e) {
                    throw new UnsealedException("the ledger does not go on from that checkpoint");
                }
            }
        }

        List<Hash> consistency() {
            return since.map(ProofMaker::proof).orElse(List.of());
        }

        long write(Selection selection, OutputStream out) throws IOException {
            long[] written = {0};
            int[] number = {0};
            each(block -> {
                if (block.stream().anyMatch(selection::has)) {
                    written[0] += write(selection, block, blocks.orElseThrow().path(number[0]), out);
                }
                number[0]++;
            });
            return written[0];
        }

        private long write(Selection selection, List<Entry> block, List<Hash> above, OutputStream out)
                throws IOException {
            Levels levels = new Levels(
                    block.stream().map(entry -> entry.leafHash(hasher)).toList());
            long written = 0;
            for (int i = 0; i < block.size(); i++) {
                Entry entry = block.get(i);
                if (selection.has(entry)) {
                    List<String> path = base64(Stream.concat(levels.path(i).stream(), above.stream())
                            .toList());
                    JSON.writeValue(
                            out,
                            new Shown(
                                    entry.id(),
                                    entry.at(),
                                    entry.kind(),
                                    entry.agreement(),
                                    entry.syncId(),
                                    entry.body(),
                                    path));
                    out.write(LINE_END);
                    written++;
                }
            }
            return written;
        }
    }
}
