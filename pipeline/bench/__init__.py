"""How fast the desk is on this machine, beside what others would run: every figure from one command."""
