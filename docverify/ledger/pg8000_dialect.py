"""SQLAlchemy's dialect for pg8000, with a lost connection told as the database error it is.

pg8000 lets the socket's own OSError out when a server closes a connection while it reads an answer; SQLAlchemy does not
take that for a lost connection, and would neither connect again nor wrap it.
"""

from functools import wraps
from typing import Any

from sqlalchemy.dialects.postgresql.pg8000 import PGDialect_pg8000


def _lost_is_told(method: Any) -> Any:
    """The method, raising the driver's own error where the socket's came out; SQLAlchemy knows its words."""

    @wraps(method)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return method(*args, **kwargs)
        except OSError as error:
            dialect: Any = args[0]
            raise dialect.dbapi.InterfaceError("network error") from error

    return run


class Dialect(PGDialect_pg8000):
    """PostgreSQL through pg8000."""

    supports_statement_cache = True

    do_ping = _lost_is_told(PGDialect_pg8000.do_ping)
    do_begin = _lost_is_told(PGDialect_pg8000.do_begin)
    do_execute = _lost_is_told(PGDialect_pg8000.do_execute)
    do_executemany = _lost_is_told(PGDialect_pg8000.do_executemany)
    do_commit = _lost_is_told(PGDialect_pg8000.do_commit)
    do_rollback = _lost_is_told(PGDialect_pg8000.do_rollback)
