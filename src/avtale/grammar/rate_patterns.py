"""What rates look like, as patterns for text in lower case: `4 møter pr år`, `annankvar veke`, `første onsdag i måneden`, `tirsdager i partallsuker`.

How each is read is told in `rate`.
"""

from __future__ import annotations

import re

from avtale.grammar.number import ARTICLES, COUNT, LOW_ORDINAL
from avtale.vocabulary import alternation, forms

UNITS = {word: unit for word, unit in forms("periods").items() if not unit.startswith("PT")}
ADVERBS = forms("recurrences")
BOUNDS = forms("bounds")
DAYS = {word: day for word, day in forms("weekdays").items() if len(day) == 2 and "dag" in word}
NAMES = DAYS | forms("months") | forms("seasons")
"""The names of what can be preferred."""

name = rf"\b{alternation(NAMES)}\b"
day = rf"\b{alternation(DAYS)}\b"
_days = rf"(?:{day}(?:,\s|\sog\s)?)+(?<=\w)"
_names_said = rf"(?:{name}(?:,\s|\s(?:og|samt)\s(?:i\s|på\s)?)?)+(?<=\w)"
"""Names in a row, which does not end with what stands between them; said once here, since a pattern is compiled by its length."""
_unit_word = alternation(UNITS)
_unit = rf"{_unit_word}(?!\w)"
_number = rf"(?:(?<![\d.,/§])\d{{1,3}}|\b{COUNT})"
_held = r"(?:avholdes|holdes|gjennomføres|arrangeres|haldast|gjennomførast|arrangerast)"
_bound = rf"(?:\b(?<!lagt\s)(?<!legg\s)(?<!legges\s)(?<!leggast\s){alternation(BOUNDS)}\s(?:{_held}\s)?)?"
HELD = re.compile(rf"\s{_held}\s\Z")
"""A verb between a bound and its number: `minimum avholdes to møter`."""
_counted = (
    r"(?:(?<![a-zæøå])(?:gg?r?\b\.?|x\b)"
    r"|\b(?:g[ao]ng|[a-zæøå]*(?:møt(?!e?s\b|[ae]st\b)|samling|dag|treff(?!e?s\b|[ae]st\b)|besøk|kveld|økt))[a-zæøå]*\b)"
)
_what = rf"\s?(?:[a-zæøå]+,?\s){{0,3}}?{_counted}(?:(?!\b(?:fordel|hvorav|korav|derav))[^.;:\d]){{0,60}}?"
_other = (
    r"(?:ann[ea]n?\s?(?:hver|kvar)|anne[tn]\s?(?:hvert|kvart)|anna\s?kvart|andre\s?kvart?"
    r"|(?:hver|kvar)\s(?:anna|annan|annen|andre)|(?:hvert|kvart)\s(?:annet|anna|andre))"
)
_every = r"(?:(?:for\s)?(?:hver|hvert|kvar|kvart)\s(?:(?:enkelt|einskild|eneste|einaste)\s)?)"
_per = (
    r"(?:/\s?|(?<=\d)\s?x\s|\b(?:per\.?|pr\.?|om|um|à|i\sløpet\sav|i\slaupet\sav|gjennom|for(?=\såret\b)|fordelt\spå(?=\såret\b)|i(?!\sår\b))\s?(?:det\s|eit\s|et\s|ein\s|en\s)?"
    rf"|\b(?:i\s)?{_every})"
)
_season = alternation(forms("seasons"))
_part = alternation([*forms("seasons"), *forms("months")])
_parts = rf"{_part}\b(?:\sog\s{_part}\b)?"
_weeks = r"i\s(?:alle\s)?(?:partall?s|oddetall?s|like\s|ulike\s)-?(?:uker|ukene|veker|vekene)\b"
_in_season = rf"\b(?:(?:på|om|i|hver|kvar)\s)?{_season}\b"

_thing = rf"\s?(?:[a-zæøå]+\s)?{_counted}|\s{_per}|\s(?:eller|til)\s"
_no_article = rf"(?!{alternation(ARTICLES)}\b(?!{_thing}))"

_at_most = r"(?:maks(?:imum|imalt)?|høyst|høgst|inntil|(?:ikke|ikkje)\s(?:flere|fleire|mer|meir)\senn)"
_again = r"(?:\s?\(\w+\)|\s?[-–]\s?[a-zæøå]+\s?[-–])?"
"""The same number once more, in words: `3 (tre) møter`, `3 - tre - møter`."""
COUNTED = (
    rf"(?:(?P<between>\bmellom\s)|(?P<bound>{_bound}))(?P<times>{_no_article}{_number})"
    rf"(?:\s?(?:[-–—/]|til|eller|og)\s?(?:{_at_most}\s)?(?P<most>{_number}))?{_again}"
    rf"(?P<more>(?:\s{_counted})?\seller\s(?:fleire|flere|meir|mer|oftere|oftare)|,?\s(?:og\s|men\s)?(?:helst|gjerne)\s{_number},?)?"
    rf"(?P<what>{_what})?\s?(?:(?:(?P<other>\b{_other})\s|{_per}(?:(?P<nth>{LOW_ORDINAL})\s)?)(?P<unit>{_unit})"
    rf"|(?P<adverb>\b{alternation(ADVERBS)}\b)(?:\s{_counted})?"
    rf"|(?:[a-zæøå]+,?\s(?:og\s)?){{1,2}}(?P<of>\b{alternation(ADVERBS)})\s{_counted})"
)
NTH_DAY = (
    rf"\b(?:{_every})?(?:den\s)?(?:{LOW_ORDINAL}|siste)(?:\sog\s(?:den\s)?(?P<second>{LOW_ORDINAL}|siste))?\s(?P<days>{_days})\s(?:i\s)?"
    rf"(?:(?P<other>{_other})\s|{_every})?(?P<unit>(?:måned|månad|kvartal|halvår)(?:en|et)?)\b"
)
EVERY = (
    rf"(?P<bound>{_bound})(?:(?P<other>\b{_other})\s|\b{_every}(?:(?P<nth>{LOW_ORDINAL})\s)?)"
    rf"(?:(?P<unit>{_unit})|(?P<days>{_days})(?P<weeks>\s{_weeks})?|(?P<part>{_parts}))"
)
EACH = (
    rf"(?:{_every}|for\s)(?P<unit>{_unit})\s(?:[a-zæøå]+\s){{1,5}}?(?P<bound>{_bound})(?P<times>{_number})\s(?:(?!av\b|og\b)[a-zæøå]+\s)?"
    r"(?:møter?|samling(?:er|ar)?|treff|gang(?:er)?|gong(?:er|ar)?)\b"
    rf"(?:\s(?:før|innen|innan)\s(?:sommer|sommar|sumar|jul)\w*\sog\s(?P<after>{_number})\s(?:\w+\s)?etter\b)?"
)
"""A period before what is counted in it: `hvert år skal det holdes to møter`."""
NTH_EVERY = rf"(?!\d)(?P<nth>{LOW_ORDINAL})\s(?:hver|hvert|kvar|kvart)\s(?P<unit>{_unit})"
"""`sjette kvar veke`, as parts of the country say for `kvar sjette veke`."""
NAMED = (
    rf"(?P<names>{_names_said})\s(?:(?P<weeks>{_weeks})"
    r"|(?:i\s)?(?:hver|kvar)\s(?P<weekly>uke|veke)\b|(?:hvert|kvart)\s(?P<yearly>år)\b)"
)
ADVERB = rf"(?P<bound>{_bound})(?P<adverb>\b{alternation(ADVERBS)}\b)(?:\s(?:(?P<times>{_number})\s)?{_counted})?"
YEAR_END = (
    rf"\b(?:årsskiftet|(?:siste|første|fyrste)\smøtet?\si\såret|årets\s(?:slutt|utgang|utgong|(?:siste|første)\smøte)|(?:slutten|utgangen|utgongen|løpet)\sav\s(?:{_every})(?:møte|kalender)?år(?:et)?|"
    r"(?:utgangen|utgongen|slutten)\sav\såret)"
)
HALVES = r"\b(?:vår|våren)\sog\s(?:på\s)?(?:høst|høsten|haust|hausten)\b"
INTERVAL = rf"\bmed\s(?:minst\s)?(?P<times>{_number})\s(?P<unit>{_unit_word})s?\smellomrom\b"
BETWEEN = rf"(?<!enn\s)(?P<times>{_number})\s(?P<unit>{_unit_word})\sm(?:e|i)llom\s(?:(?:hvert|kvart)\smøte|møtene|møta|kvar\sgong|hver\sgang)\b"
AROUND = rf"(?P<a>{_number})(?:\s{_counted})?\s(?:før|innen|innan)\s(?:sommer|sommar|sumar|jul)\w*\sog\s(?P<b>{_number})\s(?:\w+\s)?etter\b"
OF_FIVE = (
    rf"(?P<bound>{_bound})(?P<times>{_number})\sav\s(?:ukas\s|ukens\s|vekas\s|de\s|dei\s|alle\s)?fem\s"
    r"(?:arbeids|virke|yrke|verke|hver|kvar|uke|veke)?dag(?:er|ar|ene|ane)\b(?:\s(?:i|per)\s(?:uk|vek)[ae]n?\b)?"
)
SEASONAL = rf"(?P<bound>{_bound})(?P<a>{_number})(?:\s{_counted})?\s(?P<x>{_in_season})[^.;\d]{{0,6}}?(?P<b>{_number})(?:\s{_counted})?\s(?P<y>{_in_season})"
names_said = rf"(?:(?:[\s,/]|\b(?:og|samt|i|på|om|en|ein|ett|eitt|et|eit)\b)*{name})+"
"""Names of days, months and seasons in a row, each with what stands before it, as a pattern."""
