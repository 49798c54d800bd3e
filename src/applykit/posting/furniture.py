"""Lines that belong to a web page and not to the job: navigation, cookies, buttons, tails."""

import re

# A line goes only when the whole of it is one of these.
FURNITURE = re.compile(
    r"""(?:
    (?:click|press|tap)\ (?:here\ )?to\ apply(?:\ now)?
    | apply\ (?:now|online|here|today|job|to\ this\ job|for\ (?:this|the)\ job(?:\ now)?)
    | (?:easy|quick|one[- ]click)\ apply | apply\ (?:on|with)\ (?:company\ (?:site|website)|linkedin|indeed|seek)
    | check\ more\ jobs
    | (?:see|view|search|browse|find|show)\ (?:more|all|similar|other)\ (?:jobs?|openings|roles|positions|vacancies)
    | similar\ jobs | related\ jobs | recommended\ jobs | jobs\ you\ may\ like | people\ also\ viewed
    | (?:show|read|see|view|load)\ (?:more|less)(?:\ details)? | (?:expand|collapse)(?:\ all)? | continue\ reading
    | save(?:\ (?:this\ )?job|\ for\ later)? | saved | unsave
    | share(?:\ (?:this\ )?(?:job|page|post|on\ \w+))? | e-?mail\ (?:this\ job|(?:to\ )?a\ friend)
    | print(?:\ this\ page)? | report\ (?:this\ )?job | refer\ a\ friend | copy\ link | tweet | pin\ it
    | back\ to\ (?:top|jobs|search(?:\ results)?|results|all\ jobs|job\ (?:list|search)) | go\ back
    | skip\ to\ (?:main\ )?content
    | (?:sign|log)\ ?(?:in|up|out)(?:\ /\ (?:register|join))? | register
    | create\ (?:an\ |job\ )?(?:account|alert) | my\ account | forgot\ password\??
    | (?:set|create|get|sign\ up\ for)\ (?:a\ )?job\ alerts? | get\ notified\ about\ new\ .{0,60}jobs.{0,60}
    | join\ our\ talent\ (?:community|network)
    | home(?:\s*[>/|»]\s*[\w\ ]{1,40}){1,6} | home | menu | toggle\ navigation | main\ menu
    | search(?:\ jobs)? | site\ map | sitemap | next | previous | prev
    | (?:accept|reject|allow|decline|manage)\ (?:all\ )?(?:cookies?|preferences)(?:\ (?:settings|policy
        |preferences))? | accept\ all | reject\ all | got\ it!?
    | (?:cookie|privacy)\ (?:policy|settings|preferences|notice|statement|center)
    | terms\ (?:of\ (?:use|service)|(?:and|&)\ conditions) | cookies? | legal\ notice
    | (?:follow|connect\ with)\ us(?:\ on\ [\w\ ,]{1,60})? | facebook | twitter | linkedin | instagram | youtube
    | (?:©|\(c\)|copyright)\s?.{0,90} | all\ rights\ reserved\.? | powered\ by\ \w{2,20}
    | \[ad_[12]\] | advertisement | sponsored | promoted | be\ an\ early\ applicant | actively\ (?:hiring|recruiting)
    | (?:over\ )?\d+\+?\ (?:applicants|views|applications) | loading(?:\.{3}|…)?
    )[\ .!»›>…]*""",
    re.VERBOSE | re.IGNORECASE,
)
COOKIES = re.compile(
    r"\b(?:we|this (?:web)?site|our (?:web)?site|this page|our partners)\b[^.\n]{0,60}\buses? (?:\w+ ){0,4}cookies\b"
    r"|\bby (?:continuing|using|clicking|browsing)\b[^.\n]{0,100}\bcookies?\b"
    r"|\b(?:enable|accept|manage|consent to) (?:\w+ ){0,3}(?:cookies|javascript)\b|\bcookies? (?:policy"
    r"|preferences|consent|settings)\b",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"(?:[ ]{0,5}(?:\.{3}|…))?[ ]{0,5}\b(?:Show|Read|See|SHOW|READ|SEE) (?:[Mm]ore|[Ll]ess|MORE|LESS)[ ]*$"
)
LONGEST_COOKIE_LINE = 700


def drop_furniture(text: str) -> str:
    """Take out lines that are wholly furniture, cookie notices, and "Show more" at the end of lines."""
    return "\n".join(TAIL.sub("", line) for line in text.split("\n") if not is_furniture(line))


def is_furniture(line: str) -> bool:
    """Whether the whole line says nothing about the job."""
    words = line.strip(" \ue000•|*-")
    if not words or len(words) > LONGEST_COOKIE_LINE:
        return False
    if FURNITURE.fullmatch(words):
        return True
    return "ookie" in words and bool(COOKIES.search(words))
