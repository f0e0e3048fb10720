"""Fuzzing: bytes that nobody wrote, into each reader and through the whole way of a text."""
