package be.zeef.schedule;

/** What runs by itself until it is closed; then what is under way ends or is parked, and nothing more is begun. */
@FunctionalInterface
public interface Scheduled extends AutoCloseable {

    @Override
    void close();
}
