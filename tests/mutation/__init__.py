"""Mutation testing on demand: a seeded sample of broken lines, and the share that the tests notice, per room."""
