"""Where the work is done: place labels, towns with their state, province or country, and remote or not."""

import re

from applykit.posting.fact import Fact, Source
from applykit.posting.model import Place, Role, Span
from applykit.posting.regions import COUNTRIES, FOLDED_REGIONS, PROVINCES, STATES

TOWN = (
    r"(?:(?:St|Ft|Mt|San|Santa|Los|Las|New|El|La|Fort|North|South|East|West|Port|Lake"
    r"|Saint)\.? )?[A-Z][\w'’-]{1,30}(?:[ -](?:of |upon |on |the |le |de )?[A-Z][\w'’-]{1,30}){0,3}"
)
REGION = "|".join([*STATES, *PROVINCES, *map(re.escape, STATES.values()), *map(re.escape, PROVINCES.values())])
TOWN_REGION = re.compile(
    rf"(?<![\w-])(?P<town>{TOWN}),? ?,\s*(?P<region>{REGION})\b(?:,? (?P<zip>\d{{5}}(?:-\d{{4}})?"
    rf"|[A-Z]\d[A-Z] ?\d[A-Z]\d))?(?:,?\s*(?P<country>United States(?: of America)?|USA|U\.S\.A?\.?|Canada)\b)?"
)
TOWN_COUNTRY = re.compile(
    rf"(?<![\w-])(?P<town>{TOWN}),\s*(?:(?P<region>[A-Z][\w '-]{{2,25}}),\s*)"
    rf"?(?P<country>{'|'.join(sorted((re.escape(c.title()) for c in COUNTRIES), key=len, reverse=True))}|UK|USA"
    rf"|UAE)\b"
)
CODED = re.compile(r"^(?P<country>[A-Z]{2})[:, -]\s*(?P<region>[A-Z]{2})[:, -]\s*(?P<town>[A-Z][\w .'-]{1,40})$")
LABELS = re.compile(
    r"(?:job |work |primary |office |main |position |duty |branch |store )?(?:locations?|location of job"
    r"|place of work|duty station|workplace|work ?site|site|city|town|work city|place)(?: address| name)?|(?:city"
    r"|location)(?: ?, ?| ?/ ?| and )(?:state|province|country)|where|base|based in"
)
STATE_LABELS = re.compile(r"(?:work )?(?:state|province|region|county)(?: ?/ ?province)?")
BASED = re.compile(
    rf"\b(?:[Bb]ased|[Ll]ocated|[Oo]ffices?|[Pp]osition|[Rr]ole|[Oo]pening|[Oo]pportunity|[Ww]ork|[Oo]pportunities"
    rf"|[Jj]ob) (?:(?:is|are|currently|available|open|located|based|here) ){{0,2}}(?:in|at|out of"
    rf"|near) (?:our )?(?:the )?(?:(?:beautiful|sunny|downtown|central|greater|heart of"
    rf"|city of) )*(?P<town>{TOWN})(?=[ ,.;)!]|$)"
)
NO_TOWN = re.compile(
    r"^(?:The|Our|We|You|This|Inc|Ltd|LLC|Company|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|English|Microsoft|Java"
    r"|Bachelor|Master|Full|Part|Remote|Department|University|School|IT|HR)\b|\b(?:Care|Hospital|Cent(?:er|re)"
    r"|Clinic|Campus|Office|Offices|Medical|School|University|Store|Warehouse|Pharmacy|Building|Headquarters"
    r"|Station|Facility|Region|Area|Various|Multiple|Department|Health|Services)\b"
)
STREET = re.compile(
    r"^.*\b(?:Avenue|Ave|Street|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Parkway|Pkwy|Highway|Hwy|Court|Plaza"
    r"|Floor)\b\.?\s*"
)
REMOTE_ONLY = re.compile(
    r"\b(?:fully |100% |all |completely )?remote\b|work(?:ing)?[ -](?:from|at)[ -]home|telecommut|\bvirtual\b|anywhere",
    re.IGNORECASE,
)


def find_place(source: Source) -> Fact[Place] | None:
    """The place by its label, else a town with its state or country, else "based in" a town."""
    return place_by_label(source) or place_in_text(source)


def place_by_label(source: Source) -> Fact[Place] | None:
    """The value of a label such as "Location"; a town and a state under labels of their own are joined."""
    best: Fact[Place] | None = None
    for label in source.labelled(LABELS):
        value = label.value.strip("() ")
        if not value or REMOTE_ONLY.fullmatch(value.strip(".! ")) or value.startswith("$"):
            continue
        place = parse_place(value)
        if best is None or (place.region and not best.value.region):
            best = Fact(place, label.span)
    if best and not best.value.region:
        state = next(source.labelled(STATE_LABELS), None)
        region = FOLDED_REGIONS.get(state.value.casefold()) if state else None
        if region:
            town = best.value.locality or best.value.text
            return Fact(Place(f"{town}, {region[0]}", town, region[1], region[2]), best.span)
    return best


def parse_place(text: str) -> Place:
    """A place as written, with town, region and country where they can be told."""
    coded = CODED.match(text)
    if coded and coded["region"] in STATES | PROVINCES:
        return Place(text, coded["town"], coded["region"], coded["country"])
    found = TOWN_REGION.search(text)
    if found:
        return from_region(found, text)
    found = TOWN_COUNTRY.search(text)
    if found:
        return Place(text, found["town"], found["region"], COUNTRIES[found["country"].casefold()])
    whole = text.strip(" .").casefold()
    if whole in COUNTRIES:
        return Place(text, country=COUNTRIES[whole])
    if whole in FOLDED_REGIONS:
        _, code, country = FOLDED_REGIONS[whole]
        return Place(text, region=code, country=country)
    plain = re.fullmatch(TOWN, text.strip())
    return Place(text, locality=text.strip() if plain and is_town(text) and len(text) < 30 else None)


def from_region(found: re.Match[str], text: str) -> Place:
    """A place from a town with its state or province."""
    region = found["region"]
    code = region if region in STATES or region in PROVINCES else FOLDED_REGIONS[region.casefold()][1]
    town = STREET.split(found["town"])[-1]
    return Place(text, town or found["town"], code, "CA" if code in PROVINCES else "US")


def is_town(words: str) -> bool:
    """Whether capital words can be a town: no state, no company, no building."""
    folded = words.strip().casefold()
    return (
        len(folded) > 2
        and not NO_TOWN.search(words)
        and not STREET.match(words)
        and folded not in COUNTRIES
        and (folded not in FOLDED_REGIONS or folded in ("new york", "washington"))
    )


def place_in_text(source: Source) -> Fact[Place] | None:
    """The first town with its state or country, rather outside equal-opportunity text; else "based in" a town."""
    found_towns = [
        (source.role_at(found.start()) is Role.EQUAL_OPPORTUNITY, found)
        for pattern in (TOWN_REGION, TOWN_COUNTRY)
        for found in pattern.finditer(source.text)
        if is_town(found["town"])
    ]
    for _, found in sorted(found_towns, key=lambda pair: pair[0]):
        return Fact(parse_place(found[0]), Span(*found.span()))
    for found in BASED.finditer(source.text):
        if is_town(found["town"]):
            return Fact(Place(found["town"], found["town"]), Span(*found.span("town")))
    return None


REMOTE_LABELS = re.compile(
    r"(?:remote(?: type| work| status)?|work(?:ing|place)? ?(?:arrangement|model|location|type|setting|style"
    r"|location type)|onsite flexibility|telework(?: eligible)?|locations?|work location|job location"
    r"|location type|remote job|workplace)"
)
WAYS = (
    (
        "hybrid",
        re.compile(
            r"\bhybrid (?:work|role|position|schedule|model|arrangement|environment|remote|job|office|working)"
            r"|\b(?:work|role|position|job|schedule)\b.{0,20}\bhybrid\b|\bpartially remote|days? (?:a"
            r"|per) week (?:in|at) (?:the|our) office|days? (?:in|at) (?:the )?office",
            re.IGNORECASE,
        ),
    ),
    (
        "remote",
        re.compile(
            r"\b(?:fully|100%|completely|entirely|permanently|all) remote\b|\bremote (?:position|role|job"
            r"|work(?:ing)?(?! order)|opportunity|based|employees?|first|friendly|only|eligible|option)\b"
            r"|\b(?:position|role|job|work) (?:is |can be |may be |will be )?(?:done |performed "
            r"|worked )?(?:fully |100% )?remote(?:ly)?\b|work(?:ing)?[ -]from[ -](?:home|anywhere)"
            r"|work[ -]at[ -]home|telecommut(?:e|ing) (?:position|role|job|eligible|available)"
            r"|home[- ]based (?:position|role|job)|virtual (?:position|role|office)",
            re.IGNORECASE,
        ),
    ),
    (
        "on-site",
        re.compile(
            r"\b(?:this (?:is an?|position is|role is)|work(?:ing)?|position|role|100%"
            r"|fully)\b.{0,20}\b(?:on-?\s?site|in[- ]office|in[- ]person|office[- ]based)\b|\bnot (?:a )?remote"
            r"|office-based position|no remote",
            re.IGNORECASE,
        ),
    ),
)
NOT_REMOTE = re.compile(
    r"\bnot (?:an? |eligible for |available for )?(?:remote|telework|work from home)|\bno (?:remote|telework)\b"
    r"|remote (?:work )?is not",
    re.IGNORECASE,
)


def find_remote(source: Source, *, title: str | None) -> Fact[str] | None:
    """Whether the work is "remote", "hybrid" or "on-site", as far as the posting says so."""
    for label in source.labelled(REMOTE_LABELS):
        named = name_arrangement(label.value, label.name)
        if named:
            return Fact(named, label.span)
    found = re.search(r"\b(remote|hybrid|work from home|virtual|on-?site)\b", title or "", re.IGNORECASE)
    if found:
        return Fact(name_arrangement(found[0], "") or "remote")
    for name, pattern in WAYS:
        for hit in pattern.finditer(source.text):
            around = source.text[max(0, hit.start() - 40) : hit.end() + 20]
            if source.role_at(hit.start()) in (Role.OFFER, Role.EQUAL_OPPORTUNITY) or (
                name == "remote" and NOT_REMOTE.search(around)
            ):
                continue
            return Fact(name, Span(*hit.span()))
    return None


def name_arrangement(value: str, label: str) -> str | None:
    """The arrangement that a label's value names."""
    words = value.casefold()
    if "hybrid" in words or "partially remote" in words:
        return "hybrid"
    if re.search(
        r"\b(?:remote|work (?:from|at) home|telework|telecommut\w*|virtual|anywhere)\b", words
    ) and not NOT_REMOTE.search(words):
        return "remote"
    if re.search(r"\b(?:on-?\s?site|in[- ]person|in[- ]office|office)\b", words):
        return "on-site"
    if label.startswith(("remote", "telework")):
        return {"yes": "remote", "no": "on-site"}.get(words.strip(". "))
    return None
