"""Who may do what: one table, which the desk, the API and the tests all read."""

from __future__ import annotations

from enum import StrEnum

from pipeline.errors import ForbiddenError
from pipeline.model.accounts import Role, User


class Action(StrEnum):
    """Something that a person does at the desk."""

    READ = "read"
    COMMENT = "comment"
    EDIT = "edit"
    APPROVE = "approve"
    JUDGE = "judge"
    CLAIM = "claim"
    PROPOSE = "propose"
    ASSIGN = "assign"
    DECIDE_TERM = "decide_term"
    SUBMIT = "submit"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    SHARE_VIEW = "share_view"
    MANAGE_USERS = "manage_users"
    MANAGE_TOKENS = "manage_tokens"
    READ_AUDIT = "read_audit"


_LEAST = {
    Action.READ: Role.READER,
    Action.COMMENT: Role.REVIEWER,
    Action.EDIT: Role.REVIEWER,
    Action.APPROVE: Role.REVIEWER,
    Action.JUDGE: Role.REVIEWER,
    Action.CLAIM: Role.REVIEWER,
    Action.PROPOSE: Role.REVIEWER,
    Action.ASSIGN: Role.EDITOR,
    Action.DECIDE_TERM: Role.EDITOR,
    Action.SUBMIT: Role.EDITOR,
    Action.PUBLISH: Role.EDITOR,
    Action.WITHDRAW: Role.EDITOR,
    Action.SHARE_VIEW: Role.EDITOR,
    Action.MANAGE_USERS: Role.ADMIN,
    Action.MANAGE_TOKENS: Role.ADMIN,
    Action.READ_AUDIT: Role.ADMIN,
}
"""The least role that may do an action."""

_RANK = {role: rank for rank, role in enumerate(Role)}


def may(role: Role, action: Action) -> bool:
    """Tell whether an account with `role` may do `action`."""
    return _RANK[role] >= _RANK[_LEAST[action]]


def allow(user: User, action: Action) -> None:
    """Let a person do something, or refuse.

    Raises:
        ForbiddenError: their role doesn't go so far.
    """
    if not may(user.role, action):
        raise ForbiddenError("Your role doesn't allow this.")
