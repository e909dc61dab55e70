"""The process that reads, as `python -P -m docverify.worker`: its modules and tables are loaded without collecting."""

import gc
import sys
from importlib import import_module

if __name__ == "__main__":
    gc.disable()
    sys.exit(import_module("docverify.worker.child").main())
