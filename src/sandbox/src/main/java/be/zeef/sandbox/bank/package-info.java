/** The municipality's bank, played: takes payment files over SFTP, checks them by its own reading, and answers per payment. */
package be.zeef.sandbox.bank;
