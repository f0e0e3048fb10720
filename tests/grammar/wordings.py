"""Random values in one of the many wordings that people give them, each with the value: strategies that know nothing of the grammars."""

from __future__ import annotations

from typing import Any, NamedTuple

from hypothesis import strategies as st

from tests.grammar import render


class Said(NamedTuple):
    """Some words and the value that they have."""

    text: str
    value: Any


LANGUAGES = st.sampled_from(["nb", "nn"])
_TIMES = {"nb": ("gang", "ganger"), "nn": ("gong", "gonger")}
_MEETINGS = {"nb": ("møte", "møter"), "nn": ("møte", "møte")}
_EVERY = {"nb": "hver hvert", "nn": "kvar kvart"}
_PERIODS = {
    "nb": {
        "P1Y": ("i året", "per år", "pr. år", "pr år", "hvert år", "i løpet av året", "årlig", "pr. kalenderår"),
        "P6M": ("i halvåret", "per halvår", "hvert halvår", "pr. halvår"),
        "P3M": ("i kvartalet", "per kvartal", "hvert kvartal", "pr. kvartal"),
        "P1M": ("i måneden", "per måned", "hver måned", "pr. mnd.", "månedlig"),
        "P1W": ("i uka", "i uken", "per uke", "hver uke", "pr. uke", "ukentlig"),
        "P1D": ("per dag", "hver dag", "daglig"),
    },
    "nn": {
        "P1Y": ("i året", "per år", "pr. år", "pr år", "kvart år", "i løpet av året", "årleg", "pr. kalenderår"),
        "P6M": ("i halvåret", "per halvår", "kvart halvår", "pr. halvår"),
        "P3M": ("i kvartalet", "per kvartal", "kvart kvartal", "pr. kvartal"),
        "P1M": ("i månaden", "per månad", "kvar månad", "pr. mnd.", "månadleg"),
        "P1W": ("i veka", "per veke", "kvar veke", "pr. veke", "vekentleg"),
        "P1D": ("per dag", "kvar dag", "dagleg"),
    },
}
_BOUNDS = {
    "nb": {
        "exact": ("",),
        "at_least": ("minst ", "minimum ", "ikke mindre enn ", "ikke færre enn ", "min. "),
        "at_most": ("inntil ", "maksimalt ", "høyst ", "opptil ", "ikke mer enn ", "maks. "),
        "approximate": ("ca. ", "omtrent ", "cirka ", "om lag ", "rundt "),
    },
    "nn": {
        "exact": ("",),
        "at_least": ("minst ", "minimum ", "ikkje mindre enn ", "ikkje færre enn ", "min. "),
        "at_most": ("inntil ", "maksimalt ", "høgst ", "opptil ", "ikkje meir enn ", "maks. "),
        "approximate": ("ca. ", "omtrent ", "cirka ", "om lag ", "kring "),
    },
}
_RANGES = ("{}–{}", "{} til {}", "{}-{}", "{} - {}", "mellom {} og {}")
_SEASONS = {
    "nb": {"spring": ("vår", "våren"), "summer": ("sommer", "sommeren"), "autumn": ("høst", "høsten"), "winter": ("vinter", "vinteren")},
    "nn": {"spring": ("vår", "våren"), "summer": ("sommar", "sommaren"), "autumn": ("haust", "hausten"), "winter": ("vinter", "vinteren")},
}
_SEASON_OF = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}


def counted(number: int, language: str, in_words: bool) -> str:
    """A number before a noun, in words or figures."""
    return render.cardinal(number, language) if in_words else str(number)


def _frequency(times: int, period: str, bound: str = "exact", most: int | None = None, preferred: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"times": times, "times_max": most, "period": period, "bound": bound, "preferred": list(preferred)}


@st.composite
def counted_frequencies(draw: st.DrawFn) -> Said:
    """`minst fire ganger i året`, `ca. 2 møte per halvår`."""
    language, period = draw(LANGUAGES), draw(st.sampled_from(sorted(_PERIODS["nb"])))
    times, in_words = draw(st.integers(1, 24)), draw(st.booleans())
    bound = draw(st.sampled_from(sorted(_BOUNDS[language])))
    noun = draw(st.sampled_from([_TIMES, _MEETINGS]))[language][times > 1]
    one = {"nb": "ett", "nn": "eitt"}[language]
    amount = one if noun == "møte" and times == 1 and in_words else counted(times, language, in_words)
    said = f"{draw(st.sampled_from(_BOUNDS[language][bound]))}{amount} {noun} {draw(st.sampled_from(_PERIODS[language][period]))}"
    return Said(said, _frequency(times, period, bound))


@st.composite
def ranged_frequencies(draw: st.DrawFn) -> Said:
    """`mellom tre og fire ganger i året`, `3–4 møter pr. halvår`."""
    language, period = draw(LANGUAGES), draw(st.sampled_from(sorted(_PERIODS["nb"])))
    least, in_words = draw(st.integers(1, 12)), draw(st.booleans())
    most = least + draw(st.integers(1, 6))
    form = draw(st.sampled_from(_RANGES if not in_words else [form for form in _RANGES if form[2] not in "–-" and " - " not in form]))
    noun = draw(st.sampled_from([_TIMES, _MEETINGS]))[language][1]
    amounts = [counted(count, language, in_words) for count in (least, most)]
    return Said(f"{form.format(*amounts)} {noun} {draw(st.sampled_from(_PERIODS[language][period]))}", _frequency(least, period, "range", most))


@st.composite
def spaced_frequencies(draw: st.DrawFn) -> Said:
    """`hver sjette uke`, `annankvar månad`, `hvert 3. år`, `kvar fjortande dag`."""
    language = draw(LANGUAGES)
    unit, neuter = draw(st.sampled_from([("Y", True), ("M", False), ("W", False), ("D", False)]))
    every = _EVERY[language].split()[neuter]
    name = render.UNITS[language][unit][0]
    count = draw(st.integers(2, 14))
    forms = [f"{every} {count}. {name}", f"en gang {every} {count}. {name}" if language == "nb" else f"ein gong {every} {count}. {name}"]
    if count > 2:
        forms.append(f"{every} {render.ordinal(count, language)} {name}")
    else:
        other = {"nb": ("annenhver", "annethvert"), "nn": ("annankvar", "annakvart")}[language][neuter]
        forms += [f"{other} {name}", f"{every} {('annet' if language == 'nb' else 'anna') if neuter else ('annen' if language == 'nb' else 'annan')} {name}"]
    return Said(draw(st.sampled_from(forms)), _frequency(1, f"P{count}{unit}"))


@st.composite
def seasonal_frequencies(draw: st.DrawFn) -> Said:
    """`tre møter på våren og to på høsten`, `to ganger i året, vår og haust`, `årleg, helst om hausten`."""
    language = draw(LANGUAGES)
    first, second = draw(st.lists(st.sampled_from(sorted(_SEASONS["nb"])), min_size=2, max_size=2, unique=True))
    one, other = (_SEASONS[language][season] for season in (first, second))
    times = _TIMES[language][1]
    preferred = {"nb": ("fortrinnsvis", "helst", "primært"), "nn": ("fortrinnsvis", "helst", "primært")}[language]
    a, b = draw(st.integers(2, 5)), draw(st.integers(2, 5))
    form = draw(st.integers(0, 3))
    if form == 0:
        said, count = f"{render.cardinal(a, language)} {times} på {one[1]} og {render.cardinal(b, language)} på {other[1]}", a + b
    elif form == 1:
        said, count = f"to {times} i året, {draw(st.sampled_from(preferred))} {one[0]} og {other[0]}", 2
    elif form == 2:
        said, count = f"to {times} i året ({one[0]} og {other[0]})", 2
    else:
        said, count = f"{a} {times} per år, {draw(st.sampled_from(preferred))} på {one[1]} og {other[1]}", a
    return Said(said, _frequency(count, "P1Y", preferred=(first, second)))


FREQUENCIES = st.one_of(counted_frequencies(), ranged_frequencies(), spaced_frequencies(), seasonal_frequencies())


@st.composite
def partial_dates(draw: st.DrawFn) -> Said:
    """`hausten 2020`, `1. kvartal 2021`, `februar 2025`, `24. august`, `fra 1.1.2020 og inntil videre`."""
    language, year = draw(LANGUAGES), draw(st.integers(1995, 2055))
    season = draw(st.sampled_from(sorted(_SEASON_OF)))
    day, month = draw(st.integers(1, 28)), draw(st.integers(1, 12))
    quarter = draw(st.integers(1, 4))
    name = render.MONTHS[month - 1]
    since = {"nb": ("fra", "inntil videre"), "nn": ("frå", "inntil vidare")}[language]
    return draw(
        st.sampled_from(
            [
                Said(f"{_SEASONS[language][season][1]} {year}", f"{year}-{_SEASON_OF[season]}"),
                Said(f"{quarter}. kvartal {year}", f"{year}-{32 + quarter}"),
                Said(f"{render.ordinal(quarter, language)} kvartal {year}", f"{year}-{32 + quarter}"),
                Said(f"{name} {year}", f"{year}-{month:02}"),
                Said(f"{day}. {name}", f"XXXX-{month:02}-{day:02}"),
                Said(f"{since[0]} {day}.{month}.{year} og {since[1]}", f"{year}-{month:02}-{day:02}/.."),
                Said(f"{since[0]} {day}. {name} {year} og {since[1]}", f"{year}-{month:02}-{day:02}/.."),
            ]
        )
    )


_OFFICES = {
    "nb": {
        "mayor": ("ordfører", "ordføreren", "ordførerne"),
        "deputy_mayor": ("varaordfører", "varaordføreren", "viseordfører"),
        "municipal_director": ("rådmann", "rådmannen", "kommunedirektør", "kommunedirektøren", "administrasjonssjef", "administrasjonssjefen"),
        "chief_of_police": ("politimester", "politimesteren"),
        "station_chief": ("politistasjonssjef", "politistasjonssjefen", "lensmann", "lensmannen"),
        "unit_leader": ("tjenesteenhetsleder", "politiavdelingsleder", "driftsenhetsleder", "driftsenhetslederen"),
        "police_contact": ("politikontakt", "politikontakten", "politikontakter", "politikontaktene"),
        "slt_coordinator": ("SLT-koordinator", "SLT-koordinatoren", "SLT koordinator"),
        "emergency_coordinator": ("beredskapskoordinator", "beredskapskoordinatoren"),
        "public_health_coordinator": ("folkehelsekoordinator", "folkehelsekoordinatoren"),
    },
    "nn": {
        "mayor": ("ordførar", "ordføraren", "ordførarane"),
        "deputy_mayor": ("varaordførar", "varaordføraren"),
        "municipal_director": ("rådmann", "rådmannen", "kommunedirektør", "kommunedirektøren", "administrasjonssjefen"),
        "chief_of_police": ("politimeister", "politimeisteren"),
        "station_chief": ("politistasjonssjef", "politistasjonssjefen", "lensmann", "lensmannen"),
        "unit_leader": ("tenesteeiningsleiar", "politiavdelingsleiar", "driftseiningsleiar", "driftseiningsleiaren"),
        "police_contact": ("politikontakt", "politikontakten", "politikontaktar", "politikontaktane"),
        "slt_coordinator": ("SLT-koordinator", "SLT-koordinatoren", "SLT koordinator"),
        "emergency_coordinator": ("beredskapskoordinator", "beredskapskoordinatoren"),
        "public_health_coordinator": ("folkehelsekoordinator", "folkehelsekoordinatoren"),
    },
}
_LENGTHS = {
    "P6M": ("et halvt år", "eit halvt år", "et halvår", "eit halvår", "seks måneders", "seks månaders"),
    "P18M": ("halvannet år", "halvtanna år"),
    "P14D": ("fjorten dager", "fjorten dagar"),
    "P8D": ("åtte virkedager", "åtte virkedagar"),
    "P3M": ("et kvartal", "eit kvartal"),
    "P1Y": ("ett år", "eitt år", "et års", "eit års"),
    "P1M": ("én måned", "éin månad"),
    "P1W": ("en uke", "ei veke"),
    "P2W": ("2 ukers", "2 vekers"),
    "PT30M": ("en halv time", "ein halv time"),
}
LENGTHS = st.sampled_from([Said(form, length) for length, forms in _LENGTHS.items() for form in forms])
"""Durations that are said in a way of their own."""
SHARES = st.sampled_from(
    [
        *(Said(form, 50) for form in ("halv stilling", "en halv stilling", "ei halv stilling", "50 % stilling", "femti prosent", "femti prosents stilling")),
        *(Said(form, 100) for form in ("hel stilling", "heil stilling", "full stilling", "100% stilling", "hundre prosent stilling")),
        *(Said(form, 20) for form in ("20 pst.", "20%", "tjue prosent", "20 prosents stilling", "20-prosents stilling")),
    ]
)

ROLES = st.sampled_from([Said(form, role) for offices in _OFFICES.values() for role, forms in offices.items() for form in forms])

_MUNICIPALITIES = ("Stange", "Nord-Fron", "Indre Fosen", "Evje og Hornnes", "Ål", "Sør-Aurdal", "Nesodden", "Bø", "Aurskog-Høland", "Øvre Eiker")
_DISTRICTS = ("Innlandet", "Sør-Vest", "Møre og Romsdal", "Øst", "Agder", "Finnmark", "Trøndelag", "Nordland")


@st.composite
def parties(draw: st.DrawFn) -> Said:
    """The parties of a title: `Stange kommune, Ål kommune og Innlandet politidistrikt`, `kommunane Ål og Stange`."""
    names = draw(st.lists(st.sampled_from(_MUNICIPALITIES), min_size=1, max_size=4, unique=True))
    district = f"{draw(st.sampled_from(_DISTRICTS))} politidistrikt"
    single = [name for name in names if " og " not in name]
    if len(names) > 1 and len(single) == len(names) and draw(st.booleans()):
        word = draw(st.sampled_from(["kommunene", "kommunane"]))
        towns = f"{word} {', '.join(names[:-1])} og {names[-1]}"
    else:
        towns = ", ".join(f"{name} kommune" for name in names)
    return Said(f"{towns} og {district}", [*(f"{name} kommune" for name in names), district])


_DAY_FORMS = {
    "nb": (render.DAYS["nb"], tuple(f"{day}er" for day in render.DAYS["nb"]), ("man", "tirs", "ons", "tors", "fre", "lør", "søn")),
    "nn": (render.DAYS["nn"], tuple(f"{day}ar" for day in render.DAYS["nn"]), ("mån", "tys", "ons", "tors", "fre", "laur", "sun")),
}
_WEEKDAYS = {"nb": ("hverdager", "alle hverdager", "hver hverdag"), "nn": ("kvardagar", "alle kvardagar", "kvar kvardag")}
_RUNS = ("–", " – ", "-", " til ", " t.o.m. ")
_CLOCKS = ("{0:02}.{1:02}", "{0:02}:{1:02}", "{0:02}{1:02}", "{0}.{1:02}")
_BETWEEN = ("{0}–{1}", "{0} - {1}", "{0} til {1}", "mellom {0} og {1}", "fra {0} til {1}", "{0} – kl. {1}")


@st.composite
def days(draw: st.DrawFn, indices: list[int], language: str) -> str:
    """Days of the week in one of the ways that they are named: `tysdagar og torsdagar`, `man–ons og fre`, `kvardagar`."""
    if indices == [0, 1, 2, 3, 4] and draw(st.booleans()):
        return draw(st.sampled_from(_WEEKDAYS[language]))
    names = draw(st.sampled_from(_DAY_FORMS[language]))
    parts = [
        names[first]
        if first == last
        else f"{names[first]}{draw(st.sampled_from(_RUNS))}{names[last]}"
        if last - first > 1
        else f"{names[first]}, {names[last]}"
        for first, last in _runs(indices)
    ]
    return ", ".join(parts[:-1]) + f" og {parts[-1]}" if len(parts) > 1 else parts[0]


def _runs(indices: list[int]) -> list[tuple[int, int]]:
    """The first and last of each row of numbers that follow each other."""
    starts = [index for index in indices if index - 1 not in indices]
    ends = [index for index in indices if index + 1 not in indices]
    return list(zip(starts, ends, strict=True))


class Open(NamedTuple):
    """Days of the week, by number, and the minutes of the day at which they open and close; None where they are closed."""

    days: list[int]
    opens: int | None
    closes: int | None


@st.composite
def timetables(draw: st.DrawFn) -> tuple[str, list[Open]]:
    """One to three sets of days, none twice, with their hours, as a text and as a table."""
    language = draw(LANGUAGES)
    order = draw(st.permutations(range(7)))
    sizes = draw(st.lists(st.integers(1, 5), min_size=1, max_size=3).filter(lambda sizes: sum(sizes) <= 7))
    clock, between = draw(st.sampled_from(_CLOCKS)), draw(st.sampled_from(_BETWEEN))
    lead = draw(st.sampled_from([" kl. ", " ", ": kl. ", " klokka ", ": "]))
    table, parts = [], []
    for number, size in enumerate(sizes):
        first = sum(sizes[:number])
        which = sorted(order[first : first + size])
        said = draw(days(which, language))
        if number and draw(st.integers(0, 4)) == 0:
            table.append(Open(which, None, None))
            parts.append(f"{said}{draw(st.sampled_from([' ', ': ']))}stengt")
            continue
        opens, closes = draw(st.integers(28, 47)) * 15, draw(st.integers(48, 80)) * 15
        table.append(Open(which, opens, closes))
        parts.append(f"{said}{lead}{between.format(clock.format(*divmod(opens, 60)), clock.format(*divmod(closes, 60)))}")
    return draw(st.sampled_from(["; ", ", ", "\n", " og "])).join(parts), table
