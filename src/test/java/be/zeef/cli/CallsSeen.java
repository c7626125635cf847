package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.source.CallJournal;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a journal is told of calls, and that each ended call was begun. */
public final class CallsSeen implements CallJournal {

    public final List<String> services = new ArrayList<>();
    public final List<String> refertes = new ArrayList<>();
    public final List<String> codes = new ArrayList<>();

    @Override
    public long starting(String service, String referte) {
        services.add(service);
        refertes.add(referte);
        return services.size();
    }

    @Override
    public void ended(long call, String code) {
        assertThat(call).isBetween(1L, (long) services.size());
        codes.add(code);
    }

    public void forget() {
        services.clear();
        refertes.clear();
        codes.clear();
    }
}
