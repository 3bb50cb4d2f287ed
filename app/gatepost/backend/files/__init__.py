"""Files of the program: folders, settings, snapshots, registry exports."""
