package be.zeef.conformance;

import be.zeef.packing.DeliveryForms;
import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryLine;
import be.zeef.packing.LineWriter;
import be.zeef.packing.Totals;
import be.zeef.recipient.RecipientFile;
import be.zeef.recipient.education.TariffForms;
import be.zeef.recipient.ivago.GrantForms;
import be.zeef.recipient.payment.PainComposer;
import be.zeef.settings.Settings;
import be.zeef.source.Exceptions;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionLanguage.Batch;
import be.zeef.source.ListQuestion;
import be.zeef.source.PersonList;
import be.zeef.source.StatusAsked;
import be.zeef.source.inscription.InscriptionFileLanguage;
import be.zeef.source.ksz.KszListLanguage;
import be.zeef.transfer.Transfer;
import be.zeef.transfer.TransferBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** One of every kind of file in XML that we compose, with everything in it that can be in it; the same on every day. */
final class ComposedMessages {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final PersonList PEOPLE = new PersonList() {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public long at(int place) {
            return place == 0 ? 62_691_699_717L : 66_691_666_644L;
        }
    };

    private ComposedMessages() {}

    /** By the name under which each is expected in {@code conformance-tests/expected}. */
    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("files/magda-list-question", listQuestion());
        for (Inscription kind : Inscription.values()) {
            all.put("files/magda-inscriptions-" + kind.name().toLowerCase(java.util.Locale.ROOT), inscriptions(kind));
        }
        for (String version : List.of("pain.001.001.03", "pain.001.001.09")) {
            all.put("files/" + version, payments(version));
        }
        all.put(
                "files/ivago-grants",
                delivery("ivago", new GrantForms(recipient("ivago", "grants")), "household-1", "C1"));
        all.put(
                "files/education-tariffs",
                delivery("education", new TariffForms(recipient("education", "tariffs")), "L0000001", "B"));
        return all;
    }

    private static byte[] listQuestion() throws IOException {
        StatusAsked status = new StatusAsked("BIM_BVT", DAY, List.of("9000", "9030"), OptionalInt.of(24));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new KszListLanguage(MAPPINGS)
                .write(
                        new ListQuestion(
                                "gssvl.xml", "5f0c7a52-7d2f-4e0e-9f0b-0f2b6d3c9a11", "ZEEF", List.of(status), PEOPLE),
                        out);
        return out.toByteArray();
    }

    private static byte[] inscriptions(Inscription kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new InscriptionFileLanguage(
                        MAPPINGS,
                        new Settings.Sender("gent.be/zeef", "ipdc0000"),
                        Exceptions.magda(MAPPINGS),
                        Clock.fixed(Instant.parse("2026-01-01T08:00:00Z"), ZoneOffset.UTC))
                .write(new Batch(kind, "reg.xml", "0123456789abcdef0123", DAY, PEOPLE), out);
        return out.toByteArray();
    }

    private static byte[] payments(String version) throws IOException {
        return new PainComposer(MAPPINGS)
                .compose(
                        new TransferBatch(
                                "GP202606-01-ABCDEF",
                                LocalDateTime.parse("2026-07-01T08:00:00"),
                                LocalDate.parse("2026-07-06"),
                                new TransferBatch.Debtor(
                                        "Gemeente Wingene", "0000000097", "BE68539007547034", "GKCCBEBB"),
                                List.of(
                                        new Transfer(
                                                "GP1",
                                                1,
                                                "Zoë D’Hondt",
                                                "BE41068941625810",
                                                "Geboortepremie",
                                                Optional.empty()),
                                        new Transfer(
                                                "GP2",
                                                99_999_999_999L,
                                                "Bert",
                                                "BE41068941625810",
                                                "y",
                                                Optional.of(97L)))),
                        version);
    }

    private static RecipientFile recipient(String name, String forms) {
        return RecipientFile.read(MAPPINGS.resolve("recipients").resolve(name), Set.of(forms));
    }

    private static byte[] delivery(String name, DeliveryForms forms, String key, String value) throws IOException {
        DeliveryHead head = new DeliveryHead(
                forms.series(), "agreement-of-" + name, 2026, 3, DAY, "gent.be", DeliveryHead.Format.XML);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineWriter writer =
                forms.form(DeliveryHead.Format.XML).orElseThrow().writer().apply(out);
        writer.start(head);
        writer.line(new DeliveryLine("0a".repeat(32), key, value, DAY, LocalDate.of(2026, 12, 31)));
        writer.end(new Totals(1, new TreeMap<>(Map.of(value, 1L))));
        return out.toByteArray();
    }
}
