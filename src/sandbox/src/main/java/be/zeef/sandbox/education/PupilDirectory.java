package be.zeef.sandbox.education;

/** The pupils that the invoicing application knows. */
@FunctionalInterface
public interface PupilDirectory {

    /** Whether a pupil is enrolled under this number. */
    boolean enrolled(String pupil);
}
