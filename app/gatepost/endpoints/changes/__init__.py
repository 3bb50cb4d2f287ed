"""What a user can ask for, as pure functions from a snapshot to a change set: named actions, edits, and reverting what was written."""
