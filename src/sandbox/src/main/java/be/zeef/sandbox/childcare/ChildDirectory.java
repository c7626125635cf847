package be.zeef.sandbox.childcare;

/** The children that can be enrolled. */
@FunctionalInterface
public interface ChildDirectory {

    /** Whether there is a child under this key: a number or a pseudonym, by the agreement's choice. */
    boolean known(String child);
}
