"""The first layouts that were held out from development; released, they are drawn into `documents/` like the others."""
