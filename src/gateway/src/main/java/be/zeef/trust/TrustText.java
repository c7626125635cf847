package be.zeef.trust;

import be.zeef.security.reading.Yaml;
import be.zeef.security.reading.YamlException;
import be.zeef.subject.HiddenNumber;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text inside a trust file: YAML in which every certificate stands as PEM. A key that is not known is refused. */
record TrustText(
        int serial,
        String from,
        String until,
        List<String> issuers,
        Map<String, String> people,
        Map<String, Trust.Approvers> agreements,
        Map<String, List<String>> releasers) {

    private static final ObjectMapper VALUES = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    /** Reads it; what cannot be read is told with its line. */
    static Optional<TrustText> read(byte[] yaml, Findings findings) {
        try {
            return Optional.of(VALUES.treeToValue(Yaml.tree(Yaml.text(yaml)), TrustText.class));
        } catch (YamlException e) {
            findings.add(Finding.fatal("trusted.text", Location.line(e.line()), e.key()));
        } catch (JsonProcessingException e) {
            findings.add(Finding.fatal("trusted.text", Location.WHOLE, path(e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    /** Which key it is about. Keys of this file are words of ours and names of people in office, never a subject's. */
    private static String path(JsonProcessingException e) {
        String path = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                        .collect(Collectors.joining("/", "/", ""))
                : "";
        return HiddenNumber.in(path) ? "" : path;
    }

    /** The same with every certificate replaced; used to put files into the text. */
    TrustText with(UnaryOperator<String> certificate) {
        Map<String, String> named = new LinkedHashMap<>();
        people.forEach((name, text) -> named.put(name, certificate.apply(text)));
        return new TrustText(
                serial, from, until, issuers.stream().map(certificate).toList(), named, agreements, releasers);
    }

    byte[] yaml() {
        return Yaml.written(this).getBytes(StandardCharsets.UTF_8);
    }

    /** What it says, as far as it can be read; nothing where a name may be somebody's number, for every finding would tell it. */
    Optional<Trust> trust(X509Certificate signer, Findings findings) {
        if (names().anyMatch(HiddenNumber::in)) {
            findings.add(Finding.fatal("trusted.name-number", Location.WHOLE));
            return Optional.empty();
        }
        Optional<LocalDate> first = date("from", from, findings);
        Optional<LocalDate> last = date("until", until, findings);
        List<X509Certificate> accepted = new ArrayList<>();
        for (int i = 0; i < issuers.size(); i++) {
            certificate("/issuers/" + i, issuers.get(i), findings).ifPresent(accepted::add);
        }
        Map<String, X509Certificate> named = new LinkedHashMap<>();
        people.forEach((name, text) ->
                certificate("/people/" + name, text, findings).ifPresent(certificate -> named.put(name, certificate)));
        return findings.refused()
                ? Optional.empty()
                : Optional.of(
                        new Trust(signer, serial, first.get(), last.get(), accepted, named, agreements, releasers));
    }

    private Stream<String> names() {
        return Stream.of(
                        people.keySet().stream(),
                        agreements.keySet().stream(),
                        agreements.values().stream().flatMap(both -> Stream.of(both.sender(), both.recipient())),
                        releasers.keySet().stream(),
                        releasers.values().stream().flatMap(List::stream))
                .flatMap(each -> each);
    }

    private static Optional<LocalDate> date(String key, String text, Findings findings) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            findings.add(Finding.error("trusted.date", Location.path("/" + key)));
            return Optional.empty();
        }
    }

    private static Optional<X509Certificate> certificate(String path, String pem, Findings findings) {
        try {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        } catch (CertificateException e) {
            findings.add(Finding.error("trusted.certificate", Location.path(path)));
            return Optional.empty();
        }
    }
}
