"""Municipalities and police districts with their history, and their look-up by name and date."""

from avtale.register.districts import District, codes, district
from avtale.register.municipalities import Municipality, Resolution, is_municipality, resolve, successors

__all__ = ["District", "Municipality", "Resolution", "codes", "district", "is_municipality", "resolve", "successors"]
