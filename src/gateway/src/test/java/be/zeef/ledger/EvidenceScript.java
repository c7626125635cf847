package be.zeef.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the program of another language said of a bundle, and with which exit code. */
record EvidenceScript(int code, String text) {

    static EvidenceScript verify(Path bundle, String certificate, String... more) throws Exception {
        return verify(bundle, certificate, Map.of(), more);
    }

    /** @param environment what is set in it besides */
    static EvidenceScript verify(Path bundle, String certificate, Map<String, String> environment, String... more)
            throws Exception {
        List<String> command = new ArrayList<>(
                List.of("python3", "conformance-tests/ledger/verify.py", bundle.toString(), certificate));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new EvidenceScript(process.waitFor(), text);
    }
}
