package be.zeef.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings of a sandbox on whichever ports are free, so that several can run beside each other. */
public final class FreePorts {

    private static final List<String> PORTS = List.of(
            "magdaPort",
            "filesPort",
            "ocmwPort",
            "ivagoPort",
            "educationPort",
            "childcarePort",
            "holidaysPort",
            "uitpasPort",
            "advicePort",
            "oidcPort",
            "kszPort",
            "groeipakketPort",
            "bankPort",
            "witnessPort",
            "stampPort");

    private FreePorts() {}

    /** The block {@code sandbox}, with these settings besides. */
    public static Map<String, Object> with(Map<String, ?> others) {
        Map<String, Object> sandbox = new HashMap<>(others);
        PORTS.forEach(port -> sandbox.put(port, 0));
        sandbox.put("filesPassivePorts", List.of());
        return sandbox;
    }
}
