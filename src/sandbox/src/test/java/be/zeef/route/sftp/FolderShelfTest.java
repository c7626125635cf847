package be.zeef.route.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.seal.FolderShelf;
import be.zeef.ledger.seal.Shelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** A folder of this machine. */
class FolderShelfTest extends ShelfContract {

    @Override
    Path disk() {
        return folder.resolve("somewhere/second");
    }

    @Override
    String name() {
        return disk().toString();
    }

    @Override
    Shelf shelf() {
        return new FolderShelf(disk());
    }

    @Test
    void shouldHaveNothing_whereNoFolderIsYet_andMakeItForItsOwnerOnly() throws Exception {
        try (Shelf.Visit visit = shelf().visit()) {
            assertThat(visit.names(name -> true)).isEmpty();
            assertThat(disk()).doesNotExist();
            visit.put("1.checkpoint", new byte[1]);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(disk())))
                .isEqualTo("rwx------");
    }

    @Test
    void shouldTell_whenAFileIsAboveIt() throws Exception {
        Files.writeString(folder.resolve("somewhere"), "a file");
        refused("no-folder", () -> visited(visit -> visit.put("1.checkpoint", new byte[1])));
    }
}
