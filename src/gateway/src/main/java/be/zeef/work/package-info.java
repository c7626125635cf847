/** Work that is done several pieces at a time. Knows nothing of what is done. */
package be.zeef.work;
