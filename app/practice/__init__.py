"""A simulated Windows host that speaks WS-Management over HTTP. It shares no protocol code with the client."""
