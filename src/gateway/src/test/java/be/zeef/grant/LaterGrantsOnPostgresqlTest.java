package be.zeef.grant;

import be.zeef.storage.TestDatabase;

/** The same, on PostgreSQL. */
class LaterGrantsOnPostgresqlTest extends LaterGrantsTest {

    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
