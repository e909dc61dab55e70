"""Many shipments in one command: what is to be done, one of it in a process of its own, all of it by an executor."""
