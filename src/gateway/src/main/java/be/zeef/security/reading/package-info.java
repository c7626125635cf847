/** Makes everything that reads XML, stylesheets, schemas, JSON Schema and YAML: within limits, and fetching nothing from outside. */
package be.zeef.security.reading;
