package be.zeef.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import be.zeef.OurClasses;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Who cannot write an intent cannot forget its outcome. */
@AnalyzeClasses(packages = "be.zeef", importOptions = OurClasses.class)
class IntentsAreWrittenInOnePlaceTest {

    private static final Set<String> INTENTS = Set.of("CALL_INTENT", "DELIVERY_INTENT", "ASKED");

    @ArchTest
    static final ArchRule NOBODY_ELSE_NAMES_THEM = noClasses()
            .that()
            .resideOutsideOfPackage("be.zeef.ledger")
            .should()
            .accessFieldWhere(new DescribedPredicate<>("a kind of intent") {
                @Override
                public boolean test(JavaFieldAccess access) {
                    return access.getTargetOwner().isEquivalentTo(EntryKind.class)
                            && INTENTS.contains(access.getTarget().getName());
                }
            });
}
