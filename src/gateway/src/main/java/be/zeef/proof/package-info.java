/**
 * What {@code zeef prove} proves of an agreement, by trying everything that its facts can be: that its rule is total, never
 * refuses in silence and needs what is asked, that nothing else of an answer reaches whoever is told, and how much is told. The
 * result is a {@link be.zeef.proof.Certificate}, which a program outside this code base checks again
 * ({@code conformance-tests/proof/recheck.py}). How answers are read and deliveries composed is handed in
 * (docs/adr/0029).
 */
package be.zeef.proof;
