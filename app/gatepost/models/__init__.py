"""Qt item models over frozen values, and values in words. QtCore and QtGui, never QtWidgets."""
