"""The review desk in the browser: an app factory, thin routes, templates, and scripts that only add comfort."""
