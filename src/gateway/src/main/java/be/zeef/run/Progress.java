package be.zeef.run;

/** Is told how far long work has come. Called from several threads. */
public interface Progress {

    /** Tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void step(String name, long total) {}

        @Override
        public void advance(long count) {}

        @Override
        public void note(String text) {}
    };

    /** A step begins; {@code total} people, households or files, −1 when not known. */
    void step(String name, long total);

    void advance(long count);

    /** One line for the operator; never personal data. */
    void note(String text);
}
