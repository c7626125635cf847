package be.zeef.source.kszsoap;

import be.zeef.security.reading.Xml;
import be.zeef.security.reading.Yaml;
import be.zeef.source.FactsSheet;
import be.zeef.source.RequestTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.validation.Schema;

/**
 * One service of the KSZ, as its folder in {@code mappings/sources/ksz-soap} describes it. Thread-safe.
 *
 * @param name such as {@code SocialRightsAdvantageList-v1}
 */
record KszService(String name, Description description, RequestTemplate template, Schema schema, FactsSheet facts) {

    /**
     * What {@code service.yaml} says.
     *
     * @param inscribed whether people must be inscribed before they can be asked about
     * @param parameters what a question names besides the person and the day
     * @param facts the facts there are, with their types
     * @param assumed what no public source confirms, each with the reason; listed by {@code zeef check}
     */
    record Description(
            String soapAction,
            boolean inscribed,
            List<String> parameters,
            Map<String, String> facts,
            List<Map<String, String>> assumed) {}

    /** @throws IllegalArgumentException when there is no such folder */
    static KszService read(Path mappings, String name) {
        Path folder = mappings.resolve("sources/ksz-soap").resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no service " + name + " below " + folder.getParent()
                    + ". Add its folder (request.xml, soap.xsd, service.yaml, facts.xslt), or correct the name.");
        }
        try {
            Schema schema = Xml.schema(folder.resolve("soap.xsd"));
            return new KszService(
                    name,
                    Yaml.value(folder.resolve("service.yaml"), Description.class),
                    RequestTemplate.read(folder.resolve("request.xml"), schema),
                    schema,
                    FactsSheet.compile(folder.resolve("facts.xslt")));
        } catch (IOException e) {
            throw new UncheckedIOException("The service " + name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
