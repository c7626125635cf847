/**
 * The gateway and its sandbox in one process: {@code zeef demo}, {@code zeef sandbox} and {@code zeef bench}. Nothing here is in the jar
 * that runs in production.
 */
package be.zeef.demo;
