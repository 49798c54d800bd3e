"""Words of a job title that name no occupation, by named rules: tests/cases/occupations.yaml has titles for each."""

import re

from applykit.lexicon.stems import stem_key


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEVEL = words("""
    senior sr junior jr entry level mid intermediate advanced principal i ii iii iv v vi trainee intern apprentice
    experienced associate staff grade step tier class a b lead journeyman
""")
STATUS = words("certified licensed registered qualified bilingual remote onsite hybrid virtual")
SHIFT = words("""
    day night evening weekend morning overnight shift rotating first second third am pm mon tue wed thu fri sat sun
    monday tuesday wednesday thursday friday saturday sunday swing graveyard
""")
CONTRACT = words("""
    full part time fulltime parttime ft pt prn per diem temporary temp permanent seasonal contract contractor casual
    fixed term relief float pool freelance hour hourly hr week weekly month monthly daily
""")
HIRING = words("""
    hiring now urgent urgently immediate immediately needed wanted opening opportunity position job role start
    starting bonus sign on apply today join pay salary up to and new the for with in at of
""")
ABBREVIATIONS = """
    tech technician
    mgr manager
    asst assistant
    rep representative
    supv supervisor
    coord coordinator
    eng engineer
    engr engineer
    dev developer
    admin administrative
    acct accounting
    mktg marketing
    mfg manufacturing
    maint maintenance
    ops operations
    dir director
    cust customer
    svc service
    rx pharmacy
    pharm pharmacy
    mech mechanic
    elec electrical
    spec specialist
    exec executive
    opr operator
    oper operator
    whse warehouse
    recept receptionist
    cert certified
    lic licensed
    reg registered
    assoc associate
    sup supervisor
"""
SHORT_FORMS = {
    stem_key(short): stem_key(long) for short, long in (row.split() for row in ABBREVIATIONS.strip().splitlines())
}
NUMBER = re.compile(r"[\d.,]+(?:st|nd|rd|th|k|hr)?")
RULES = (LEVEL, STATUS, SHIFT, CONTRACT, HIRING)


def is_rank(plain: str) -> bool:
    """Whether a word, by its plain key, says only the level, status, shift or contract, or that someone hires."""
    return any(plain in rule for rule in RULES) or bool(NUMBER.fullmatch(plain))
