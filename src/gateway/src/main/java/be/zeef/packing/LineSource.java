package be.zeef.packing;

import java.util.function.Consumer;

/** The lines of a delivery; they can be gone through more than once, always in the same order. */
@FunctionalInterface
public interface LineSource {

    void each(Consumer<DeliveryLine> line);
}
