"""One host: list its endpoints, apply changes, read facts and account names.

``Host`` is what the window asks. Reading: ``host_reader``, ``settings_client``, ``principals``. Writing:
``carry_out`` runs the one loop over the ``subjects``, and ``write_outcome`` says what is known of each write.
"""
