package be.zeef.sandbox.bank;

import be.zeef.sandbox.bank.Instruction.Payment;
import be.zeef.security.reading.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads pain.001 by its own arithmetic: counts and sums at both levels, accounts, characters, and what must be unique. */
final class InstructionReader {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";
    private static final String SEPA = "[A-Za-z0-9/?:().,'+ -]{1,70}";

    private InstructionReader() {}

    /** ISO codes: FF01 format, AM10 sum, AM18 count, DU04 a payment twice, AC01 account, RR04 what a rule forbids. */
    static Instruction read(byte[] file) {
        Document document;
        try {
            document = Xml.documents().newDocumentBuilder().parse(new ByteArrayInputStream(file));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return Instruction.refused("", "pain.001.001.09", "FF01");
        }
        Element root = document.getDocumentElement();
        String namespace = String.valueOf(root.getNamespaceURI());
        String definition = namespace.startsWith(NAMESPACE) ? namespace.substring(NAMESPACE.length()) : "";
        if (!definition.equals("pain.001.001.09") && !definition.equals("pain.001.001.03")) {
            return Instruction.refused("", "pain.001.001.09", "FF01");
        }
        String message = text(root, "MsgId");
        List<Payment> payments = payments(root);
        return new Instruction(message, definition, refusal(root, payments), payments);
    }

    private static String refusal(Element root, List<Payment> payments) {
        BigDecimal sum =
                BigDecimal.valueOf(payments.stream().mapToLong(Payment::cents).sum(), 2);
        Set<String> ids = new HashSet<>();
        for (String count : texts(root, "NbOfTxs")) {
            if (!count.equals(Integer.toString(payments.size()))) {
                return "AM18";
            }
        }
        for (String told : texts(root, "CtrlSum")) {
            if (new BigDecimal(told).compareTo(sum) != 0) {
                return "AM10";
            }
        }
        for (Payment payment : payments) {
            if (!ids.add(payment.id())) {
                return "DU04";
            }
            if (!payment.name().matches(SEPA) || payment.id().length() > 35 || payment.cents() <= 0) {
                return "RR04";
            }
        }
        boolean account = isAccount(text(first(root, "DbtrAcct"), "IBAN"));
        return account && root.getElementsByTagNameNS("*", "PstlAdr").getLength() == 0 ? "" : "RR04";
    }

    private static List<Payment> payments(Element root) {
        List<Payment> payments = new ArrayList<>();
        NodeList all = root.getElementsByTagNameNS("*", "CdtTrfTxInf");
        for (int i = 0; i < all.getLength(); i++) {
            Element one = (Element) all.item(i);
            payments.add(new Payment(
                    text(one, "EndToEndId"),
                    new BigDecimal(text(one, "InstdAmt")).movePointRight(2).longValueExact(),
                    text(first(one, "Cdtr"), "Nm"),
                    text(first(one, "CdtrAcct"), "IBAN")));
        }
        return payments;
    }

    /** ISO 7064, mod 97-10: 1 after the first four characters were put last and letters became numbers. */
    static boolean isAccount(String iban) {
        if (!iban.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}")) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(each -> digits.append(Character.digit(each, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    private static Element first(Element within, String name) {
        return (Element) within.getElementsByTagNameNS("*", name).item(0);
    }

    private static String text(Element within, String name) {
        Element found = within == null ? null : first(within, name);
        return found == null ? "" : found.getTextContent().strip();
    }

    private static List<String> texts(Element within, String name) {
        List<String> texts = new ArrayList<>();
        NodeList all = within.getElementsByTagNameNS("*", name);
        for (int i = 0; i < all.getLength(); i++) {
            texts.add(all.item(i).getTextContent().strip());
        }
        return texts;
    }
}
