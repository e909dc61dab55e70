"""Examples of properties take as long as they take: a busy machine is no failure."""

from hypothesis import settings

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
