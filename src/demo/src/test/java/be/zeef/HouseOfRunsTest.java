package be.zeef;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows among what runs: a sync with its steps, and a payment with its rooms. */
@AnalyzeClasses(packages = "be.zeef", importOptions = OurClasses.class)
class HouseOfRunsTest {

    /** What a run of an agreement is made of. */
    private static final String[] RUNS = {
        "be.zeef.run..",
        "be.zeef.inscription..",
        "be.zeef.grant..",
        "be.zeef.delivery..",
        "be.zeef.sync..",
        "be.zeef.abandonment.."
    };

    @ArchTest
    static final ArchRule A_PAYMENT_KNOWS_PORTS_AND_NO_OTHER_RUN = noClasses()
            .that()
            .resideInAPackage("be.zeef.payment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "be.zeef.source.(*)..",
                    "be.zeef.recipient.(*)..",
                    "be.zeef.run..",
                    "be.zeef.inscription..",
                    "be.zeef.grant..",
                    "be.zeef.delivery..",
                    "be.zeef.sync..",
                    "be.zeef.question..",
                    "be.zeef.cli..");

    /** The tables lie below; intake and release do not know each other; a bank is given what is released; a run knows them all. */
    @ArchTest
    static final ArchRule THE_ROOMS_OF_A_PAYMENT_STAND_IN_A_ROW = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("be.zeef.payment..")
            .layer("tables")
            .definedBy("be.zeef.payment")
            .layer("intake")
            .definedBy("be.zeef.payment.intake..")
            .layer("release")
            .definedBy("be.zeef.payment.release..")
            .layer("bank")
            .definedBy("be.zeef.payment.bank..")
            .layer("closing")
            .definedBy("be.zeef.payment.closing..")
            .layer("run")
            .definedBy("be.zeef.payment.run..")
            .whereLayer("tables")
            .mayNotAccessAnyLayer()
            .whereLayer("intake")
            .mayOnlyAccessLayers("tables")
            .whereLayer("release")
            .mayOnlyAccessLayers("tables")
            .whereLayer("bank")
            .mayOnlyAccessLayers("tables", "release")
            .whereLayer("closing")
            .mayOnlyAccessLayers("tables", "release");

    @ArchTest
    static final ArchRule NO_OTHER_RUN_KNOWS_PAYMENTS = noClasses()
            .that()
            .resideInAnyPackage(RUNS)
            .or()
            .resideInAPackage("be.zeef.question..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("be.zeef.payment..");

    @ArchTest
    static final ArchRule NOTHING_BELOW_KNOWS_A_RUN = noClasses()
            .that()
            .resideInAnyPackage(HouseTest.CORE)
            .or()
            .resideInAnyPackage(
                    "be.zeef.source..",
                    "be.zeef.recipient..",
                    "be.zeef.route..",
                    "be.zeef.plan..",
                    "be.zeef.question..",
                    "be.zeef.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RUNS);

    /** A run stands at the bottom; inscriptions and grants on it, beside each other; deliveries on grants; the sync on all. */
    @ArchTest
    static final ArchRule A_RUN_KNOWS_NONE_OF_ITS_STEPS = noClasses()
            .that()
            .resideInAPackage("be.zeef.run..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.zeef.inscription..", "be.zeef.grant..", "be.zeef.delivery..", "be.zeef.sync..");

    @ArchTest
    static final ArchRule AN_INSCRIPTION_KNOWS_NO_GRANT = noClasses()
            .that()
            .resideInAPackage("be.zeef.inscription..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.zeef.grant..", "be.zeef.delivery..", "be.zeef.sync..");

    @ArchTest
    static final ArchRule A_GRANT_KNOWS_NO_DELIVERY = noClasses()
            .that()
            .resideInAPackage("be.zeef.grant..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.zeef.inscription..", "be.zeef.delivery..", "be.zeef.sync..");

    @ArchTest
    static final ArchRule A_DELIVERY_KNOWS_NO_SYNC = noClasses()
            .that()
            .resideInAPackage("be.zeef.delivery..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.zeef.inscription..", "be.zeef.sync..");

    /** Who ends a run looks at all that it left; nothing of a run knows that it can be ended. */
    @ArchTest
    static final ArchRule NO_RUN_KNOWS_THAT_IT_CAN_BE_ABANDONED = noClasses()
            .that()
            .resideInAnyPackage(
                    "be.zeef.run..",
                    "be.zeef.inscription..",
                    "be.zeef.grant..",
                    "be.zeef.delivery..",
                    "be.zeef.sync..",
                    "be.zeef.payment..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("be.zeef.abandonment..");

    /** Who grants on a proof or at a counter is in no run. */
    @ArchTest
    static final ArchRule GRANTS_BY_HAND_NEED_NO_RUN = noClasses()
            .that()
            .haveSimpleName("HandGrants")
            .or()
            .haveSimpleName("GrantDesk")
            .or()
            .haveSimpleName("GrantWriter")
            .or()
            .resideInAPackage("be.zeef.counter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.zeef.run..", "be.zeef.inscription..", "be.zeef.delivery..", "be.zeef.sync..");

    /** The ledger vouches for no row that is written past JDBI: the connections themselves are for the scheduler's own table. */
    @ArchTest
    static final ArchRule NOBODY_BUT_THE_SCHEDULE_TAKES_THE_CONNECTIONS = noClasses()
            .that()
            .resideOutsideOfPackages("be.zeef.app.schedule..", "be.zeef.cli.schedule..")
            .should()
            .callMethod(be.zeef.storage.Storage.class, "connections");

    /** What runs by itself is handed what it runs. */
    @ArchTest
    static final ArchRule A_SCHEDULE_KNOWS_NOT_WHAT_IT_RUNS = noClasses()
            .that()
            .resideInAPackage("be.zeef.schedule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "be.zeef.app..", "be.zeef.sync..", "be.zeef.payment..", "be.zeef.run..", "be.zeef.route..");
}
