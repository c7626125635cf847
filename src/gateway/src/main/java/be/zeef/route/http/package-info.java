/** How answers over HTTP are read: bounded in size, in time and in their heads, by whatever route they come. */
package be.zeef.route.http;
