/** IVAGO: its accounts, and what it makes of a delivery. */
package be.zeef.sandbox.ivago;
