/** Time-stamping authorities over HTTP (RFC 3161 §3.4). */
package be.zeef.route.stamp;
