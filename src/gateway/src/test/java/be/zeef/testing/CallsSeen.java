package be.zeef.testing;

import be.zeef.source.CallJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps what a journal is told of calls. */
public final class CallsSeen implements CallJournal {

    public final List<String> services = new ArrayList<>();
    public final List<String> refertes = new ArrayList<>();
    public final List<String> codes = new ArrayList<>();

    @Override
    public <R> R around(String service, String referte, Supplier<R> call, Function<R, String> code) {
        services.add(service);
        refertes.add(referte);
        R reply = call.get();
        codes.add(code.apply(reply));
        return reply;
    }

    public void forget() {
        services.clear();
        refertes.clear();
        codes.clear();
    }
}
