package be.zeef.storage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The class holds what the SQL of these tables promises, on each kind of database. Each table has one contract, in the room that writes
 * it ({@link TablesTest}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnEachDatabase
public @interface ContractOf {

    /** Tables. */
    String[] value();
}
