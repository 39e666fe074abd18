"""Serve the desk: one process, or several that share a port and a store."""

from __future__ import annotations

import logging
import os

import uvicorn
from fastapi import FastAPI

from pipeline.config import Settings, load_settings
from pipeline.web.app import create_app
from pipeline.web.opening import open_site
from pipeline.web.site import Site


def serve(settings: Settings, site: Site) -> None:
    """Serve until somebody closes it."""
    review = settings.review
    # The other processes read the settings for themselves; what the command line said they learn from here.
    os.environ |= {"DWIBAHASA_REVIEW_HOST": review.host, "DWIBAHASA_REVIEW_PORT": str(review.port)}
    several = review.workers > 1
    uvicorn.run(
        "pipeline.web.serving:another" if several else create_app(site),
        factory=several,
        workers=review.workers,
        host=review.host,
        port=review.port,
        log_level="warning",
        proxy_headers=False,  # ours believes only the proxies of the settings
        server_header=False,
    )


def another() -> FastAPI:
    """Open the desk in a process of its own."""
    settings = load_settings()
    logging.getLogger("pipeline").setLevel(settings.log.level.upper())
    return create_app(open_site(settings))
