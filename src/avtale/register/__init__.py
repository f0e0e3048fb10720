"""Municipalities and police districts with their history, and their look-up by name and date."""

from avtale.register.districts import District, Unit, codes, district, districts_of, memberships, unit
from avtale.register.doubt import Doubt, explain
from avtale.register.history import Change, chain, diff, merges_or_ends
from avtale.register.municipalities import Municipality, is_municipality, municipality_name
from avtale.register.resolution import Resolution, resolve

__all__ = [
    "Change",
    "District",
    "Doubt",
    "Municipality",
    "Resolution",
    "Unit",
    "chain",
    "codes",
    "diff",
    "district",
    "districts_of",
    "explain",
    "is_municipality",
    "memberships",
    "merges_or_ends",
    "municipality_name",
    "resolve",
    "unit",
]
