"""A simulated Windows host: real WS-Management over real HTTP on loopback, and a console on standard input.

Written from the protocol documents and not from our client, so that a misreading on either side shows. It shares the
XML parser and the reading of SDDL text with the client; the access check, conditions, messages and faults are its own.
It is a process of its own because the NTLM acceptor takes its accounts from a process-wide setting. ``PracticeHost``
listens, ``Service`` answers, ``PracticeState`` is what changes, a ``Scenario`` is what it began with.
"""
