"""Files to documents in child processes that may be killed: a hang, crash or bomb costs that file and nothing else."""
