"""Qt item models over frozen values. QtCore and QtGui, never QtWidgets."""
