"""The profile stage: a file that says what a person can prove → `Profile`, with every problem of the file at once."""

from applykit.profile.facts import Fact, iterate_facts, resolve
from applykit.profile.load import LoadedProfile, load_profile
from applykit.profile.model import Profile

__all__ = ["Fact", "LoadedProfile", "Profile", "iterate_facts", "load_profile", "resolve"]
