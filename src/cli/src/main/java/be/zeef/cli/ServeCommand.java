package be.zeef.cli;

import be.zeef.app.Gateway;
import be.zeef.check.KeyCheck;
import be.zeef.cli.service.Door;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.OneObject;
import be.zeef.counter.Counter;
import be.zeef.schedule.Scheduled;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code zeef serve}: answers the counter's questions over HTTPS until it is stopped; those under way are finished first. */
@Command(
        name = "serve",
        description = "Answers the counter's questions over HTTPS until it is stopped (SIGTERM or Ctrl-C).",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer>, OneObject.StaysUp {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    /** Seconds for what comes after. */
    private static final int LEFT = 10;

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = common.settings(Map.of());
        Thread hook = new Thread(() -> stop(within(settings).plusSeconds(LEFT)));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            serve(settings);
        } finally {
            closed.countDown();
        }
        return 0;
    }

    private void serve(Settings settings) throws InterruptedException {
        try (Workshop.FarEnds sandbox = Workshop.farEnds(settings);
                Gateway gateway = new Gateway(common.settings(sandbox.overrides()), common.clock());
                Counter counter = gateway.counter(KeyCheck::of);
                Door door = door(settings)) {
            Scheduled schedule = gateway.schedule();
            try (schedule) {
                say(counter, settings);
                while (!wanted.await(settings.ledger().sealEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                    gateway.seal();
                }
            }
            door.close(within(settings));
        }
    }

    /** How long what is under way may take until it is given up. */
    private static Duration within(Settings settings) {
        return settings.magda()
                .questionWithin()
                .plus(settings.schedule().stopWithin().multipliedBy(2))
                .plusSeconds(LEFT);
    }

    /** Whoever types a command beside this is let in, and it is run here. */
    private Door door(Settings settings) {
        try {
            return Door.open(
                    settings.data(),
                    common.configured(),
                    (terminal, arguments) -> Zeef.run(common.clock(), terminal, arguments));
        } catch (IOException e) {
            throw new SettingsException("Commands cannot be let in beside the service: " + e.getMessage(), e);
        }
    }

    /** The machine is halted when this returns, so it returns when everything is closed. */
    private void stop(Duration most) {
        wanted.countDown();
        try {
            closed.await(most.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(Counter counter, Settings settings) {
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.of(Map.of("counter", counter.url())));
        } else {
            out.println("The counter's API listens on " + counter.url() + "; stop it with Ctrl-C.");
            out.println("  health     " + counter.url() + "/health");
            out.println("  contract   " + settings.home().resolve("routes/counter.openapi.yaml"));
        }
        out.flush();
    }
}
