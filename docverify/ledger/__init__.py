"""What was read, run, found and accepted: kept in SQLite by default, in PostgreSQL by URL. SQL lives only here.

    from docverify.ledger import open_ledger

    ledger = open_ledger("approvals.db")                       # a file, or postgresql://user:password@host/database
    run_id = ledger.record_run(result, result_json, who="A. Buyer", at=now)
    for line in ledger.history(supplier="Nantai"):
        print(line.at, line.shipment, line.rule, line.outcome)

What a ledger holds: source files by hash; readings by hash and extractor version (the cache of reading); runs with
their whole result; findings; approvals; waivers used; and an audit that only grows: database triggers refuse to change
or delete a line or a record, every line holds the hash of the one before it and the seal of the run or approval it
records, and the number of lines and the last hash are kept apart. `proof` tells what was changed around all that; what
it cannot tell is said in `proving.py`.

What it promises: a record is there whole or not at all, whatever is killed and whenever; two processes may use one
ledger at once; a ledger that a newer docverify wrote is refused, an older one is brought up to date on opening.
Every method opens and ends its own transaction, so a `Ledger` may be shared by threads. Times are given by the caller
(UTC), never taken from the clock here. Raises LedgerError, and ToolMissing when the driver is not installed.

A part that needs tables of its own adds them to `tables.py` and a revision under `migrations/versions/`.
"""

from docverify.ledger.ledger import Ledger
from docverify.ledger.opening import open_ledger
from docverify.ledger.records import Approval, AuditLine, HistoryLine, Place, Proof, Run

__all__ = ["Approval", "AuditLine", "HistoryLine", "Ledger", "Place", "Proof", "Run", "open_ledger"]
