"""The pure middle of the pipeline."""
