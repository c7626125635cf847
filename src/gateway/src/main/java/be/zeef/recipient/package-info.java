/** The systems that get flags, and nothing but flags. One adapter per recipient; they never import each other. */
package be.zeef.recipient;
