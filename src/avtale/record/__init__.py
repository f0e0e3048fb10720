"""The record: the contract in code. Whoever needs the models imports them from their module, and whoever does not need not wait for them."""
