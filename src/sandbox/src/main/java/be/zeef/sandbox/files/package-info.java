/** MAGDA's file exchange: an FTPS server with To_Vip and From_Vip, and what answers the questions put there. */
package be.zeef.sandbox.files;
