/**
 * Answers "would it run here?" before anything is asked: holds agreements, rules, services, recipients, routes, keys, trust and permissions
 * against each other and against the settings, and tells every finding by file and field. It changes nothing.
 */
package be.zeef.check;
