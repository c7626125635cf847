/**
 * The KSZ itself, asked over signed SOAP about one person a call: the buffer's {@code SocialRightsAdvantageList} in KSZ's
 * CommonV3 envelope (contract: ksz.md §1, §2). The body of the question is assumed; its mapping says so.
 */
package be.zeef.source.kszsoap;
