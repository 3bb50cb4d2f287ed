"""Logging on to a host: NTLM, Kerberos, CredSSP, certificates, and the sessions they make."""
