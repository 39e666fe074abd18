"""The use cases of the desk: translate articles, translate lines, check pairs. Knows no file, no model, no screen."""

from pipeline.service.checking import Checker, Pair
from pipeline.service.desk import Desk
from pipeline.service.keys import key_of
from pipeline.service.outcomes import Done, Failed, Reading

__all__ = ["Checker", "Desk", "Done", "Failed", "Pair", "Reading", "key_of"]
