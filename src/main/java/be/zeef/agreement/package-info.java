/** The data-sharing agreement: one YAML file, its checks, its version (a hash), and the approvals of both DPOs. */
package be.zeef.agreement;
