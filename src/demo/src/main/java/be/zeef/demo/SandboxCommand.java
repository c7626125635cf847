package be.zeef.demo;

import be.zeef.cli.CommonOptions;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.OneObject;
import be.zeef.sandbox.Sandbox;
import be.zeef.sandbox.advice.AdviceMisbehaviour;
import be.zeef.sandbox.bank.BankMisbehaviour;
import be.zeef.sandbox.delivery.DeliveryMisbehaviour;
import be.zeef.sandbox.files.FileMisbehaviour;
import be.zeef.sandbox.soap.SoapMisbehaviour;
import be.zeef.sandbox.stamp.StampMisbehaviour;
import be.zeef.sandbox.uitpas.UitpasMisbehaviour;
import be.zeef.settings.Settings;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zeef sandbox}: only the outside systems, until they are stopped with Ctrl-C. */
@Command(
        name = "sandbox",
        description = "Plays MAGDA, the OCMW database and the recipients on this machine, over their real protocols.",
        mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer>, OneObject.StaysUp {

    @Mixin
    private CommonOptions common;

    @Option(names = "--households", description = "Size of the synthetic city (default: from the settings).")
    private Optional<Integer> households = Optional.empty();

    @Option(names = "--refresh", paramLabel = "DATE", description = "Which refresh of the KSZ buffer to play.")
    private Optional<LocalDate> refresh = Optional.empty();

    @Option(names = "--magda-files", paramLabel = "KIND=N", description = "Misbehave N times: ${COMPLETION-CANDIDATES}")
    private Map<FileMisbehaviour, Integer> files = Map.of();

    @Option(names = "--magda-soap", paramLabel = "KIND=N", description = "Misbehave N times: ${COMPLETION-CANDIDATES}")
    private Map<SoapMisbehaviour, Integer> soap = Map.of();

    @Option(names = "--ivago", paramLabel = "KIND=N", description = "Misbehave N times: ${COMPLETION-CANDIDATES}")
    private Map<DeliveryMisbehaviour, Integer> ivago = Map.of();

    @Option(names = "--education", paramLabel = "KIND=N", description = "Misbehave N times: ${COMPLETION-CANDIDATES}")
    private Map<DeliveryMisbehaviour, Integer> education = Map.of();

    @Option(names = "--childcare", paramLabel = "KIND=N", description = "Misbehave N times: ${COMPLETION-CANDIDATES}")
    private Map<DeliveryMisbehaviour, Integer> childcare = Map.of();

    @Option(names = "--uitpas", paramLabel = "KIND=N", description = "Misbehave N times: ${COMPLETION-CANDIDATES}")
    private Map<UitpasMisbehaviour, Integer> uitpas = Map.of();

    @Option(names = "--advice", paramLabel = "KIND=N", description = "Misbehave N times: ${COMPLETION-CANDIDATES}")
    private Map<AdviceMisbehaviour, Integer> advice = Map.of();

    @Option(names = "--bank", paramLabel = "KIND=N", description = "Misbehave N times: ${COMPLETION-CANDIDATES}")
    private Map<BankMisbehaviour, Integer> bank = Map.of();

    @Option(names = "--stamps", paramLabel = "KIND=N", description = "Misbehave N times: ${COMPLETION-CANDIDATES}")
    private Map<StampMisbehaviour, Integer> stamps = Map.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> own = new HashMap<>();
        households.ifPresent(count -> own.put("sandbox", Map.of("households", Typed.counting(count, "--households"))));
        Settings settings = common.settings(own);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Sandbox sandbox = Sandbox.start(settings)) {
            refresh.ifPresent(sandbox.magdaFiles()::refresh);
            files.forEach(sandbox.magdaFiles()::misbehave);
            soap.forEach(sandbox.soap()::misbehave);
            ivago.forEach(sandbox.ivago()::misbehave);
            education.forEach(sandbox.education()::misbehave);
            stamps.forEach(sandbox.stamps()::misbehave);
            childcare.forEach(sandbox.childcare()::misbehave);
            uitpas.forEach(sandbox.uitpas()::misbehave);
            advice.forEach(sandbox.advice()::misbehave);
            bank.forEach(sandbox.bank()::misbehave);
            var out = spec.commandLine().getOut();
            if (common.json()) {
                out.println(Json.of(Map.of(
                        "folder",
                        sandbox.folder().toString(),
                        "magda",
                        sandbox.soap().url(),
                        "uitpas",
                        sandbox.uitpas().url(),
                        "advice",
                        sandbox.advice().url())));
            } else {
                out.println("The sandbox is running on 127.0.0.1; stop it with Ctrl-C.");
                out.println("  MAGDA, SOAP   " + sandbox.soap().url());
                out.println("  MAGDA, files  ftps port " + settings.sandbox().filesPort());
                out.println("  OCMW          port " + settings.sandbox().ocmwPort());
                out.println("  IVAGO         sftp port " + settings.sandbox().ivagoPort());
                out.println("  education     sftp port " + settings.sandbox().educationPort());
                out.println("  childcare     sftp port " + settings.sandbox().childcarePort());
                out.println("  holidays      sftp port " + settings.sandbox().holidaysPort());
                out.println("  UiTPAS        " + sandbox.uitpas().url());
                out.println("  Advice        " + sandbox.advice().url());
                out.println("  VUTG          sftp port " + settings.sandbox().groeipakketPort());
                out.println("  the bank      sftp port " + settings.sandbox().bankPort());
                out.println("  the witness   sftp port " + settings.sandbox().witnessPort());
                out.println("  time-stamps   " + sandbox.stamps().url());
                out.println("  its files     " + sandbox.folder());
                out.println("In another terminal: ./zeef sync gent-huisvuilzakken --on 2026-07-16");
            }
            out.flush();
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
            stopped.await();
        }
        return 0;
    }
}
