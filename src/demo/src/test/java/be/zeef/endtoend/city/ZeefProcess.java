package be.zeef.endtoend.city;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command line in a process of its own, with the settings that make the tests' own process quick. */
public final class ZeefProcess {

    /** How the properties begin that a process of its own is given too. */
    private static final List<String> PASSED_ON = List.of("keystore.", "jsch.", "java.net.prefer");

    private ZeefProcess() {}

    /** What starts it with these words; its class path is this process' own. */
    public static List<String> command(String... words) {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto");
        Stream<String> properties = System.getProperties().stringPropertyNames().stream()
                .filter(name -> PASSED_ON.stream().anyMatch(name::startsWith))
                .map(name -> "-D" + name + "=" + System.getProperty(name));
        Stream<String> main = Stream.of("-cp", System.getProperty("java.class.path"), "be.zeef.cli.Zeef");
        return Stream.of(java, properties, main, Stream.of(words))
                .flatMap(each -> each)
                .toList();
    }
}
