package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreement.ServiceAsked;
import be.zeef.proof.Capacity;
import be.zeef.proof.SchemaCapacity;
import be.zeef.source.kszsoap.KszQuestions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the answers that an agreement asks for could carry, by the schemas that they are held against. */
final class Capacities {

    private Capacities() {}

    static List<Capacity> of(Agreement agreement, Path mappings) {
        Path sources = mappings.resolve("sources");
        List<Capacity> all = new ArrayList<>();
        if (agreement.isListed()) {
            all.add(list(agreement, sources));
        }
        for (ServiceAsked service : agreement.services()) {
            String name = service.service();
            String root = name.substring(0, name.lastIndexOf('-')) + "Response";
            all.add(SchemaCapacity.of(
                    name, sources.resolve("magda").resolve(name).resolve("soap.xsd"), root));
        }
        if (!agreement.measures().isEmpty()) {
            all.add(Capacity.ofYesOrNo("ocmw"));
        }
        if (agreement.payment().isPresent() && agreement.claims().isEmpty()) {
            all.add(SchemaCapacity.of("groeipakket", sources.resolve("groeipakket/allowances.xsd"), "allowances"));
        }
        return all;
    }

    private static Capacity list(Agreement agreement, Path sources) {
        return agreement.list().isOnline()
                ? SchemaCapacity.of(
                        KszQuestions.SOCIAL_RIGHTS,
                        sources.resolve("ksz-soap")
                                .resolve(KszQuestions.SOCIAL_RIGHTS)
                                .resolve("soap.xsd"),
                        "socialRightsAdvantageListResponse")
                : SchemaCapacity.of(
                        "ksz-list",
                        sources.resolve("ksz/GeefSociaalStatuutVoorLijst-02.00.xsd"),
                        "GeefSociaalStatuutVoorLijstResponse");
    }
}
