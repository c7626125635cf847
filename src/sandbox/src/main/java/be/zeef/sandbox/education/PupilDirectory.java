package be.zeef.sandbox.education;

/** Those whom the invoicing application knows by one kind of number. */
@FunctionalInterface
public interface PupilDirectory {

    /** Whether somebody is enrolled under this number. */
    boolean enrolled(String number);
}
