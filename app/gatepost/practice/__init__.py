"""A simulated Windows host: real WS-Management over real HTTP on loopback.

Written from the protocol documents and not from our client, and with an access check of its
own, so that a misreading on either side shows. It runs as a process of its own because the
NTLM acceptor takes its accounts from a process-wide setting.
"""
