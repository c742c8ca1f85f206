"""Preflight of files that a user names, and its reports."""
