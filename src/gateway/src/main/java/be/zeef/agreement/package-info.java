/**
 * The data-sharing agreement: one YAML file, its checks, its version (a manifest of all that decides, docs/adr/0013), the copy
 * in memory that everything is loaded from, and the approvals of both DPOs.
 */
package be.zeef.agreement;
