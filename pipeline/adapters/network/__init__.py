"""The network outside, behind a guard: what a feed names is fetched only if it can do no harm."""
