/**
 * The files in which a run asks: who is in each, which were sent, and which answer that arrives belongs to which. They are
 * stored before they are sent, so that a run that died knows them again.
 */
package be.zeef.run.file;
