"""Where news comes from, one file a kind: a source keeps no memory, its state is passed in and out."""
