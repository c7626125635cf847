package be.zeef.grant;

import be.zeef.storage.TestDatabase;

/** The same, on PostgreSQL. */
class ImprovementsOnPostgresqlTest extends ImprovementsTest {

    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
