package be.zeef.sandbox.ivago;

/** The accounts that IVAGO keeps. */
@FunctionalInterface
public interface HouseholdDirectory {

    /** Whether there is an account under this key: a number or a pseudonym, by the agreement's choice. */
    boolean known(String household);
}
