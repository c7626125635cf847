package be.zeef.cli;

import be.zeef.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * What may lie beside the gateway on a machine where it is tried out: commands, and the outside systems played here. It is
 * found on the class path; what an installation gets has none of it.
 */
public interface Workshop {

    /** The commands that it adds. */
    List<Class<?>> commands();

    /** The far ends for one command, when its profile is sandbox and none is running; the caller closes them. */
    Optional<FarEnds> ifNeeded(Settings settings);

    /** Far ends that were started within this process. */
    interface FarEnds extends AutoCloseable {

        /** Settings by which the gateway reaches them. */
        Map<String, Object> overrides();

        @Override
        void close();

        /** None were started. */
        FarEnds NONE = new FarEnds() {
            @Override
            public Map<String, Object> overrides() {
                return Map.of();
            }

            @Override
            public void close() {}
        };
    }

    /** All that are on the class path. */
    static List<Workshop> all() {
        return ServiceLoader.load(Workshop.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** The far ends that are needed and can be had, for one command, which closes them. */
    static FarEnds farEnds(Settings settings) {
        return all().stream()
                .flatMap(each -> each.ifNeeded(settings).stream())
                .findFirst()
                .orElse(FarEnds.NONE);
    }
}
