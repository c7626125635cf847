package be.zeef.sandbox.delivery;

import be.zeef.security.PrivateFiles;
import be.zeef.security.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.operator.OperatorCreationException;

/** Checks, decrypts and reads a delivery, with BouncyCastle's plain interface and nothing of the gateway's. */
final class Opener {

    private final Path in;
    private final Path inbox;
    private final FarEnd.Trust trust;
    private final RecipientOffice books;

    Opener(Path in, Path inbox, FarEnd.Trust trust, RecipientOffice books) throws IOException {
        this.in = in;
        this.inbox = inbox;
        this.trust = trust;
        this.books = books;
        PrivateFiles.folder(inbox);
    }

    /** The content of an accepted delivery lies in the inbox when this returns. */
    Opened open(String name) throws IOException {
        String ending = Files.exists(in.resolve(name + ".xml.p7m")) ? "xml" : "csv";
        Sealed content = new Sealed(name + "." + ending + ".p7m", name + ".p7s");
        List<Sealed> all = ending.equals("csv") && books.headBeside()
                ? List.of(content, new Sealed(name + ".head.p7m", name + ".head.p7s"))
                : List.of(content);
        if (!manifestFits(name + ".sha256", all)) {
            return Opened.refused("MANIFEST");
        }
        List<byte[]> plain = new ArrayList<>();
        for (Sealed part : all) {
            byte[] sealed = Files.readAllBytes(in.resolve(part.content()));
            if (!signed(sealed, Files.readAllBytes(in.resolve(part.signature())))) {
                return Opened.refused("SIGNATURE");
            }
            plain.add(decrypted(sealed));
        }
        if (plain.stream().anyMatch(part -> part.length == 0)) {
            return Opened.refused("DECRYPTION");
        }
        byte[] head = all.size() == 1 ? new byte[0] : plain.get(1);
        if (head.length > 0 && !headOf(content.content(), head)) {
            return Opened.refused("FORMAT");
        }
        Opened opened = books.read(ending, plain.get(0), head);
        if (opened.accepted()) {
            keep(name + "." + ending, plain.get(0));
        }
        return opened;
    }

    private record Sealed(String content, String signature) {}

    private boolean manifestFits(String manifest, List<Sealed> parts) throws IOException {
        StringBuilder expected = new StringBuilder();
        for (Sealed part : parts) {
            for (String file : List.of(part.content(), part.signature())) {
                if (!Files.isRegularFile(in.resolve(file))) {
                    return false;
                }
                expected.append(Sha256.hex(Files.readAllBytes(in.resolve(file))));
                expected.append("  ").append(file).append('\n');
            }
        }
        return Files.isRegularFile(in.resolve(manifest))
                && Files.readString(in.resolve(manifest)).contentEquals(expected);
    }

    /** Whether the head belongs to exactly this file: a signed file cannot be sent again under another name. */
    private boolean headOf(String content, byte[] head) throws IOException {
        String belongs = "\nF;" + Sha256.hex(Files.readAllBytes(in.resolve(content))) + ";" + content + "\n";
        return new String(head, StandardCharsets.UTF_8).contains(belongs);
    }

    private void keep(String file, byte[] content) throws IOException {
        Path part = inbox.resolve("." + file + ".part");
        PrivateFiles.write(part, content);
        Files.move(part, inbox.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    // what is no CMS makes BouncyCastle throw exceptions of any kind, so any of them means "refused"
    private boolean signed(byte[] content, byte[] signature) {
        try {
            CMSSignedData message = new CMSSignedData(new CMSProcessableByteArray(content), signature);
            Collection<SignerInformation> signers = message.getSignerInfos().getSigners();
            return signers.size() == 1
                    && signers.iterator().next().verify(new JcaSimpleSignerInfoVerifierBuilder().build(trust.city()));
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    private byte[] decrypted(byte[] content) {
        try {
            return new CMSAuthEnvelopedData(content)
                    .getRecipientInfos()
                    .getRecipients()
                    .iterator()
                    .next()
                    .getContent(
                            new JceKeyTransAuthEnvelopedRecipient(trust.own().getPrivateKey()));
        } catch (CMSException | RuntimeException e) {
            return new byte[0];
        }
    }
}
