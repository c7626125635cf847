package be.zeef.route;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileOperations;

/**
 * The folder that a route watches, over the very endpoint it is watched by: the same server, account, keys and folder, none
 * of them made from anything that lies in it. Each call is a session of its own, besides the watching route's.
 */
sealed interface WatchedFolder {

    /** Everything in it, but not what is in its folders. */
    List<FolderEntry> entries() throws Exception;

    /** Removes this file where it is still the one that was offered; says whether it, or nothing, is left there. */
    Removal remove(Mailbox.Offered file) throws Exception;

    /** Which names are read from it. */
    Pattern read();

    /** How a removal ended. */
    enum Removal {
        REMOVED,
        /** Nothing was there under that name any more. */
        GONE,
        /** Something else is there under that name by now; it was left. */
        REPLACED
    }

    /**
     * The folder behind an endpoint.
     *
     * @throws IllegalStateException when it is not one that lets accepted names in only
     */
    static WatchedFolder of(Endpoint endpoint) {
        if (endpoint instanceof GenericFileEndpoint<?> folder
                && folder.getFilter() instanceof AcceptedFiles
                && folder.getIncludePattern() != null) {
            if (folder instanceof RemoteFileEndpoint<?> remote) {
                return new Remote<>(remote);
            }
            if (folder instanceof FileEndpoint local) {
                return new Local(local.getFile().toPath(), local.getIncludePattern());
            }
        }
        throw new IllegalStateException("A route that watches a folder must say include, and filter: \"#"
                + AcceptedFiles.BEAN + "\". Correct the route.");
    }

    /** What stands under this name. */
    private static Removal verdict(List<FolderEntry> entries, Mailbox.Offered file) {
        List<FolderEntry> named =
                entries.stream().filter(each -> each.name().equals(file.name())).toList();
        return named.isEmpty()
                ? Removal.GONE
                : named.stream().allMatch(each -> each.is(file)) ? Removal.REMOVED : Removal.REPLACED;
    }

    /** Over FTPS or SFTP. */
    record Remote<T>(RemoteFileEndpoint<T> endpoint) implements WatchedFolder {

        @Override
        public List<FolderEntry> entries() throws Exception {
            return with(this::list);
        }

        @Override
        public Removal remove(Mailbox.Offered file) throws Exception {
            return with(session -> {
                Removal verdict = verdict(list(session), file);
                if (verdict == Removal.REMOVED && !session.deleteFile(folder() + "/" + file.name())) {
                    throw new IOException("the server did not remove it");
                }
                return verdict;
            });
        }

        @Override
        public Pattern read() {
            return endpoint.getIncludePattern();
        }

        private String folder() {
            return endpoint.getConfiguration().getDirectory();
        }

        private List<FolderEntry> list(RemoteFileOperations<T> session) {
            return Arrays.stream(session.listFiles(folder()))
                    .map(FolderEntry::of)
                    .toList();
        }

        private interface Work<T, R> {
            R in(RemoteFileOperations<T> session) throws Exception;
        }

        private <R> R with(Work<T, R> work) throws Exception {
            RemoteFileOperations<T> session = endpoint.createRemoteFileOperations();
            session.connect(endpoint.getConfiguration(), null);
            try {
                return work.in(session);
            } finally {
                session.disconnect();
            }
        }
    }

    /** On this machine. */
    record Local(Path folder, Pattern read) implements WatchedFolder {

        @Override
        public List<FolderEntry> entries() throws IOException {
            List<FolderEntry> entries = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                files.forEach(each -> entries.add(FolderEntry.of((Object) each.toFile())));
            }
            return entries;
        }

        @Override
        public Removal remove(Mailbox.Offered file) throws IOException {
            Removal verdict = verdict(entries(), file);
            if (verdict == Removal.REMOVED) {
                Files.delete(folder.resolve(file.name()));
            }
            return verdict;
        }
    }
}
