"""One file a check: what a reviewer should look at, and why."""
