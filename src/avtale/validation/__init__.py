"""What `avtale validate` does: settings, agreements and records to findings, suppressions, and what counts in the end."""

from avtale.validation.baseline import Baseline
from avtale.validation.examine import examine, settings_of
from avtale.validation.settings import Choices, Options, Settings, choose, settings_for, settings_text
from avtale.validation.suppressions import read_suppressions
from avtale.validation.tally import Tally
from avtale.validation.toml import SettingsError

__all__ = [
    "Baseline",
    "Choices",
    "Options",
    "Settings",
    "SettingsError",
    "Tally",
    "choose",
    "examine",
    "read_suppressions",
    "settings_for",
    "settings_of",
    "settings_text",
]
