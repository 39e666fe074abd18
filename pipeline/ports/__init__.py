"""What the pipeline needs from outside, as protocols that adapters fulfil."""

from pipeline.ports.intake import Inflow
from pipeline.ports.jobs import Jobs
from pipeline.ports.outside import Engine, Shelf, Source
from pipeline.ports.people import Accounts, Discussion, Figures, Passwords, Post, Webhooks
from pipeline.ports.store import Articles, Memory, Work
from pipeline.ports.whole import Store

__all__ = [
    "Accounts",
    "Articles",
    "Discussion",
    "Engine",
    "Figures",
    "Inflow",
    "Jobs",
    "Memory",
    "Passwords",
    "Post",
    "Shelf",
    "Source",
    "Store",
    "Webhooks",
    "Work",
]
