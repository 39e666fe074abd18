"""Thin routes: read the form, call the use case, show the page. One file a page."""
