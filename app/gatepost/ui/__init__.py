"""The window, its panels, dialogs, delegates and actions.

A ``..._controller`` (in a folder of its own subject: ``controller``) is a QObject without a widget: it connects actions
to sessions and opens the dialogs of its subject. Modules in this folder build or serve the main window alone.
"""
