"""The one place that builds and wires everything; importing the package itself loads nothing heavy."""
