"""WS-Management messages: envelopes, replies, faults, resource URIs, WQL."""
