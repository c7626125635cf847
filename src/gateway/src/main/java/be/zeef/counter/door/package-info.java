/**
 * The door of the counter: what is decided about a connection and its bytes before anybody asks who calls. Connections are
 * bounded, slow ones are closed, and a request that two readers could cut in two ways is none (RFC 9112).
 */
package be.zeef.counter.door;
