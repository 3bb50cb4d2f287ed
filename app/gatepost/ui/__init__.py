"""The window, its panels, dialogs, delegates and actions.

A ``..._controller`` (in a folder of its own subject: ``controller``) is a QObject without a widget: it connects actions
to sessions and opens the dialogs of its subject. What builds or serves the main window alone lies in
``main_window``.
"""
