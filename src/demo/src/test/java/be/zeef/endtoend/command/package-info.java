/** The command line as a whole: what its commands say, what they leave on disk, and what a kill leaves behind. */
package be.zeef.endtoend.command;
