"""Snapshots, comparison of two hosts, and report files."""
