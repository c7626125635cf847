package be.zeef.storage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The class is run on each kind of database ({@link TestDatabase}). Whoever asks for one of these as a parameter, of the constructor or
 * of a method, is given it, with nothing in the tables but what a new database has:
 *
 * <ul>
 *   <li>{@link org.jdbi.v3.core.Handle}: a connection of the test's own, that commits each statement outside a transaction, and for
 *       whose rows the ledger does not vouch;
 *   <li>{@link org.jdbi.v3.core.Jdbi}, {@link Storage}: the database itself, which all these tests of a JVM share;
 *   <li>{@link Meeting}: two transactions that meet there.
 * </ul>
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ClassTemplate
@ExtendWith(EachDatabase.class)
public @interface OnEachDatabase {}
