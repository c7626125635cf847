package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.app.RouteBeans;
import be.zeef.check.route.Mailboxes;
import be.zeef.endtoend.city.Canary;
import be.zeef.endtoend.city.TestCity;
import be.zeef.route.CamelMailbox;
import be.zeef.route.Mailbox;
import be.zeef.route.Routes;
import be.zeef.sandbox.HostileFolder;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.testing.Await;
import be.zeef.testing.HostileNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every mailbox, over the server it really speaks to, with hostile names in the partner's folder. */
class HostileNamesTest {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path data;

    private static TestCity city;
    private static HostileServers servers;
    private static final Map<String, RouteBeans> beans = new TreeMap<>();
    private static final Map<String, Routes> routes = new TreeMap<>();

    /** A mailbox; {@code first} and {@code last} are what the names must have that its route reads. */
    private enum Box {
        IVAGO("ivago", "a", ".ack.p7m"),
        EDUCATION("education", "a", ".ack.p7m"),
        CHILDCARE("childcare", "a", ".ack.p7m"),
        HOLIDAYS("holidays", "a", ".ack.p7m"),
        GROEIPAKKET("groeipakket", "a", ".xml.p7m"),
        PAYMENT_SFTP("bank", "a", ".xml"),
        PAYMENT_FOLDER("", "a", ".xml"),
        MAGDA_LISTS("magda", "gssvl_", ".xml"),
        MAGDA_INSCRIPTIONS("magda", "regin_", ".xml");

        private final String partner;
        private final String first;
        private final String last;

        Box(String partner, String first, String last) {
            this.partner = partner;
            this.first = first;
            this.last = last;
        }

        CamelMailbox mailbox() {
            String via = this == PAYMENT_FOLDER ? "folder" : "sftp";
            RouteBeans made = beans.get(via);
            CamelMailbox mailbox =
                    switch (this) {
                        case IVAGO, EDUCATION, CHILDCARE, HOLIDAYS -> made.recipient(partner);
                        case GROEIPAKKET -> made.allowances();
                        case PAYMENT_SFTP, PAYMENT_FOLDER -> made.bank();
                        case MAGDA_LISTS -> made.lists();
                        case MAGDA_INSCRIPTIONS -> made.inscriptions();
                    };
            return mailbox.in(routes.get(via));
        }

        HostileFolder folder() throws IOException {
            if (this != PAYMENT_FOLDER) {
                return servers.folder(partner);
            }
            Path out = data.resolve("payments/out");
            Files.createDirectories(out);
            return new HostileFolder(out);
        }

        String name(String middle) {
            return first + middle + last;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        city = new TestCity(data, 20);
        servers = new HostileServers(city);
        for (String via : List.of("sftp", "folder")) {
            Settings settings = servers.settings(Map.of("via", via));
            RouteBeans made = new RouteBeans(settings);
            beans.put(via, made);
            routes.put(via, Routes.start(settings, made.named(Keys.in(settings.keys()), Clock.systemUTC())));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        routes.values().forEach(Routes::close);
        servers.close();
        city.close();
    }

    @Test
    void knowsEveryMailboxThatIsWatched() {
        assertThat(Stream.of(Box.values()).map(HostileNamesTest::mailboxName))
                .containsExactlyInAnyOrderElementsOf(
                        Mailboxes.in(Path.of("routes")).watched());
    }

    @ParameterizedTest
    @EnumSource(Box.class)
    void readsAndRemovesTheGenuineFile_andLeavesEveryHostileOne(Box box) throws Exception {
        HostileFolder folder = emptied(box);
        List<String> hostile = lay(box, folder);
        folder.layOthers(box.name("folder"), box.name("link"), CONTENT);
        Set<String> genuine = Set.of(box.name("genuine"), box.name("case"), box.name("CASE"));
        for (String name : genuine) {
            Files.write(folder.disk().resolve(name), CONTENT);
        }
        Set<String> seen = showsLinks(box) ? genuine : with(genuine, box.name("link"));
        Map<String, Mailbox.Offered> arrived = new ConcurrentSkipListMap<>();
        Set<String> kept = Set.of(box.name("case"), box.name("CASE"), box.name("link"));
        CamelMailbox mailbox = box.mailbox();

        mailbox.watch((file, in) -> {
            assertThat(in.readAllBytes()).isEqualTo(CONTENT);
            arrived.put(file.name(), file);
            if (!kept.contains(file.name())) {
                mailbox.acknowledge(file);
            }
        });
        Await.until("every file that may be seen", () -> arrived.keySet().containsAll(seen));
        Mailbox.Unread refused = mailbox.unwatch();

        assertThat(arrived.keySet()).isEqualTo(seen);
        assertThat(refused.files()).isEqualTo(told(box, hostile) + 1 + (showsLinks(box) ? 1 : 0));
        assertThat(refused.findings().get(0).arguments())
                .containsExactly(mailboxName(box), Integer.toString(refused.files()));
        mailbox.acknowledge(arrived.get(box.name("CASE")));
        assertThat(folder.asked()).as("hostile files asked for").isZero();
        assertThat(folder.names())
                .hasSize(hostile.size() + 2 + 1)
                .contains(box.name("case"), box.name("folder"), box.name("link"))
                .doesNotContain(box.name("genuine"), box.name("CASE"));
        assertThat(Canary.MADE).hasValue(0);
        assertThat(Path.of(HostileNames.CANARY_FILE)).doesNotExist();
    }

    private static List<String> lay(Box box, HostileFolder folder) throws IOException {
        List<String> names = HostileNames.all(box.first, box.last, Canary.class);
        if (box == Box.PAYMENT_FOLDER) {
            return HostileFolder.layOnDisk(folder.disk(), names, CONTENT);
        }
        folder.lay(names, CONTENT);
        return names;
    }

    /** A line of an FTP listing ends where a name says so, so these names come to nobody's eyes. */
    private static int told(Box box, List<String> hostile) {
        return (int) hostile.stream()
                .filter(name -> !box.partner.equals("magda") || (name.indexOf('\n') < 0 && name.indexOf('\r') < 0))
                .count();
    }

    /** The FTPS server follows links by itself and shows what is behind them. */
    private static boolean showsLinks(Box box) {
        return !box.partner.equals("magda");
    }

    private static String mailboxName(Box box) {
        return box.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> with(Set<String> names, String another) {
        Set<String> all = new TreeSet<>(names);
        all.add(another);
        return all;
    }

    /** Without what its partner, or another test, laid there. */
    private static HostileFolder emptied(Box box) throws IOException {
        HostileFolder folder = box.folder();
        for (String name : folder.names()) {
            Files.delete(folder.disk().resolve(name));
        }
        folder.forget();
        return folder;
    }

    @ParameterizedTest
    @EnumSource(Box.class)
    void leavesAFileThatWasReplacedSinceItWasRead(Box box) throws Exception {
        HostileFolder folder = emptied(box);
        Path file = Files.write(folder.disk().resolve(box.name("replaced")), CONTENT);
        Queue<Mailbox.Offered> arrived = new ConcurrentLinkedQueue<>();
        CamelMailbox mailbox = box.mailbox();

        mailbox.watch((offered, in) -> {
            in.readAllBytes();
            arrived.add(offered);
        });
        Await.until("the first", () -> arrived.size() == 1);
        Files.writeString(file, "another content");
        mailbox.acknowledge(arrived.element());
        assertThat(file).hasContent("another content");

        Await.until("the second", () -> arrived.size() == 2);
        mailbox.unwatch();
        arrived.forEach(mailbox::acknowledge);
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(
            value = Box.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GROEIPAKKET"})
    void writesNothingUnderAHostileName(Box box) {
        List<String> hostile = HostileNames.all(box.first, box.last, Canary.class);

        assertThat(hostile)
                .allSatisfy(name -> assertThatThrownBy(() -> box.mailbox().put(name, out -> out.write(CONTENT)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageNotContaining(name.isBlank() ? "a file with a blank name" : name));
        assertThat(Canary.MADE).hasValue(0);
    }
}
