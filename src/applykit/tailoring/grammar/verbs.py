"""Verbs of work: their forms, and which form a word is."""

from enum import StrEnum


class Form(StrEnum):
    """The form in which a verb stands at the head of a statement."""

    BASE = "base"
    PAST = "past"
    THIRD = "third"
    GERUND = "gerund"


# base → past, past participle where it differs
IRREGULAR_WORDS = """
rotate arise arose arisen;be was been;become became become;begin began begun;bend bent;bind bound;break broke broken;
bring brought;broadcast broadcast;build built;buy bought;catch caught;choose chose chosen;come came come;cut
cut; deal dealt;dig dug;do did done;draw drew drawn;drive drove driven;eat ate eaten;fall fell fallen;feed
fed;feel felt; find found;fly flew flown;forecast forecast;foresee foresaw foreseen;get got gotten;give gave
given;go went gone; grind ground;grow grew grown;hang hung;have had;hear heard;hit hit;hold held;keep kept;know
knew known;lay laid; lead led;learn learned;leave left;lend lent;let let;lose lost;make made;mean meant;meet
met;oversee oversaw overseen; overcome overcame overcome;pay paid;put put;quit quit;read read;rebuild
rebuilt;redo redid redone;rewrite rewrote rewritten; ride rode ridden;ring rang rung;rise rose risen;run ran
run;say said;see saw seen;seek sought;sell sold;send sent;set set; shake shook shaken;shut shut;sing sang
sung;sit sat;sleep slept;speak spoke spoken;speed sped;spend spent;spin spun; split split;spread spread;stand
stood;steer steered;stick stuck;strike struck;sweep swept;swim swam swum;take took taken; teach taught;tear tore
torn;tell told;think thought;throw threw thrown;undergo underwent undergone; understand understood;undertake
undertook undertaken;upset upset;wear wore worn;weave wove woven;win won;wind wound; withdraw withdrew
withdrawn;write wrote written;proofread proofread;typeset typeset;offset offset;reset reset; upsell
upsold;resell resold;outsell outsold;rethink rethought;retell retold;mislead misled;foster fostered
"""
IRREGULAR: dict[str, tuple[str, str]] = {}
for _row in IRREGULAR_WORDS.replace("\n", " ").split(";"):
    _parts = _row.split()
    IRREGULAR[_parts[0]] = (_parts[1], _parts[-1])

REGULAR_WORDS = """
abolish abate accelerate accept access accommodate accompany accomplish accrue achieve acquire act adapt add
address adhere adjudicate adjust administer adopt advance advertise advise advocate aid alert align allocate
amend analyze analyse answer anticipate apologize appeal applaud apply appraise approach approve arbitrate
archive arrange articulate ask assemble assess assign assist assume assure attach attain attend audit augment
author authorize automate award back backfill bag balance bake bargain bathe batch bill blend board book boost
bottle box brainstorm bridge brief browse budget bundle bus calculate calibrate call calm campaign canvass care
carry cashier catalog categorize cater certify chair champion change channel charge chart check circulate
clarify clean clear climb close coach code collaborate collate collect combine command commend comment
commission communicate compare compile complement complete comply compose compound compute conceive
conceptualize conclude condense conduct configure confirm connect conserve consolidate construct consult consume
contact contribute control convert convey cook cooperate coordinate copy correct correspond counsel count cover
craft create credit cross-train culminate customize cultivate curate debug decide decorate decrease dedicate
defend define delegate deliver demonstrate deploy deposit describe design detail detect determine develop devise
diagnose digitize direct disassemble discard discharge disclose discover discuss dispatch dispense display
dispose disseminate distribute diversify divide document double download draft dress drop earn edit educate
elect elevate elicit eliminate email empower enable enact encourage enforce engage engineer enhance enlarge
enlist enrich enroll ensure enter entertain equip escalate escort establish estimate evaluate examine exceed
excel exchange execute exercise exhibit expand expedite experience experiment explain explore export express
extend extract fabricate face facilitate fashion file fill film filter finalize finance fit fix focus fold
follow forge form format formulate fortify forward frame free fulfill fund furnish gain garner gather generate
grade grant greet groom guard guide handle harvest help highlight hire host identify illustrate implement import
impose improve improvise include incorporate increase index influence inform initiate innovate inspect inspire
install institute instruct insure integrate interact interface interpret intervene interview introduce invent
inventory invest investigate invite invoice involve iron isolate issue itemize join judge justify label
landscape launch launder learn lift liaise listen load lobby localize locate lock log lower machine mail
maintain manage manufacture map mark market master match maximize measure mediate memorize mentor merchandise
merge migrate minimize mix mobilize model moderate modernize modify monitor mop motivate mount move multiply
narrate navigate negotiate net nominate normalize note notify nurse nurture observe obtain offer onboard open
operate optimize orchestrate order organize orient originate outline outpace outperform overhaul pack package
paint palletize park participate partner pass patrol perfect perform persuade phone photograph pick pilot
pinpoint pioneer place plan plant play plow polish populate position post pour practice practise precept predict
prepare present preserve press prevent price print prioritize process procure produce program project promote
prompt propose prospect protect prove provide publicize publish pull purchase pursue push qualify quantify
question quote raise rank rate reach realign realize rearrange reassure rebate receive recognize recommend
reconcile reconstitute record recover recruit rectify recycle redesign redirect reduce reengineer refer refill
refine reform refresh refund refurbish refuse register regulate rehabilitate reinforce reject relate relay
release relieve relocate remain remediate remodel remove rename render renew renovate reorganize repackage
repair replace replenish reply report reposition represent request rescue research resolve respond restock
restore restructure result retain retrieve return reverse review revise revitalize revive reward rinse room rotate
route safeguard sample sanitize satisfy save scale scan schedule school scoop scrape screen scrub script seal
search secure segment select separate serve service sew shape share sharpen shelve shift ship shop shorten show
sign simplify simulate sketch slice smooth solder solicit solve sort source specialize specify spearhead sponsor
stabilize stack staff stage standardize start stay steam sterilize stimulate stock stop store straighten
strategize streamline strengthen stretch structure study submit substitute succeed suggest summarize supervise
supplement supply support surpass surveil survey sustain switch synchronize synthesize systematize tackle tag
tailor talk tally target tend terminate test thank tidy tie time tour trace track trade train transcribe
transfer transform translate transmit transport treat triage trim triple troubleshoot tune turn tutor type
uncover unify unite unload unpack update upgrade uphold upload urge use utilize vaccinate validate value verify
view visit visualize voice volunteer vote wait walk warn wash watch water weigh weld welcome widen wipe work
wrap yield zone
"""
REGULAR = frozenset(REGULAR_WORDS.split()) | {"troubleshoot", "uphold"}
IRREGULAR["troubleshoot"] = ("troubleshot", "troubleshot")
IRREGULAR["uphold"] = ("upheld", "upheld")
IRREGULAR["show"] = ("showed", "shown")
KNOWN = REGULAR | frozenset(IRREGULAR)
PAST_TO_BASE = {past: base for base, (past, _) in sorted(IRREGULAR.items())}
PARTICIPLE_TO_BASE = {participle: base for base, (_, participle) in sorted(IRREGULAR.items())}

# Verbs that double their last consonant: stressed on the last syllable or of one syllable.
DOUBLING_WORDS = """
admit refit rebut expel compel propel rebel dispel excel enrol chop crop flip grab hop bag bar bat beg blur ban
bid brag chat chip clap clip commit control cut dig dim dip drag drop equip fit flag format get grab grip hit
hug jot knit let log map mop net nod occur omit outfit pad patrol permit pin plan plot plug pop prep prefer
program put quit recap refer regret rip rob rub run scan scrap scrub set ship shop shred shut sip sit skim slip
snap spin spot step stir stop strap strip submit swap swim tag tap tip top transfer transmit trap trim trot tug
upset whip win wrap zip
"""
DOUBLING = frozenset(DOUBLING_WORDS.split())

# Words that are verbs and nouns alike; beside "and" they may be either.
EITHER_WORDS = """
phone fax text access act address advance aid answer approach audit award back balance batch bill board book box
bridge brief budget call campaign care catalog change channel charge chart check clean close coach code command
comment compound contact control copy count cover craft credit cut deal deposit design detail display document
draft dress drop email estimate exchange exercise experience experiment export face file fill film filter
finance fit focus form format frame fund gain grade grant guard guide handle help highlight host import increase
index influence interface interview inventory invoice issue judge label land lead lift load lock log machine
mail map mark market match measure mentor mix model monitor mount move need nurse offer open order outline pack
package paint park pass patrol pick pilot place plan plant play polish position post practice present press
price print process produce program project prompt pull purchase push question quote rank rate reach read rebate
record refill refund release repair reply report request rescue research result return review reward ring rotate
room route run sample scale scan schedule school screen script seal search service set shape share shift ship shop
show sign sketch sort source split sponsor staff stage stand start steam stock stop store structure study
supplement supply support survey switch tackle tag talk target test time tour trace track trade train transfer
transport treat triage trim turn type update upgrade use value view visit voice vote wait walk wash watch water
welcome work wrap yield
"""
EITHER = frozenset(EITHER_WORDS.split())


IRREGULAR_FORMS = {"has": ("have", Form.THIRD), "tying": ("tie", Form.GERUND), "lying": ("lie", Form.GERUND)}


def form_of(word: str) -> tuple[str, Form] | None:
    """The base and the form of a word that can head a statement, or None where it is no verb we know.

    Unknown words in -ed are taken for the past of a regular verb: "Depalletized".
    """
    lowered = word.casefold()
    if lowered in IRREGULAR_FORMS:
        return IRREGULAR_FORMS[lowered]
    if lowered in KNOWN and lowered not in PAST_TO_BASE:
        return lowered, Form.BASE
    if lowered in PAST_TO_BASE:
        base = PAST_TO_BASE[lowered]
        return base, Form.BASE if base == lowered else Form.PAST
    for form, inflect in ((Form.PAST, past_of), (Form.THIRD, third_of), (Form.GERUND, gerund_of)):
        known = _base_by(lowered, form)
        if known is not None and inflect(known) == lowered:
            return known, form
    if lowered.endswith("ed") and len(lowered) > 4 and lowered.isalpha():
        return lowered, Form.PAST
    return None


ENDINGS = {Form.PAST: ("ed", "d"), Form.THIRD: ("es", "s"), Form.GERUND: ("ing",)}


def _base_by(word: str, form: Form) -> str | None:
    """The known verb that gives `word` when put into `form`."""
    for ending in ENDINGS[form]:
        if not word.endswith(ending):
            continue
        rest = word.removesuffix(ending)
        candidates = [rest, rest + "e", rest[:-1], rest[:-1] + "y", rest + "y"]
        for candidate in candidates:
            if candidate in KNOWN:
                return candidate
    return None


def past_of(base: str) -> str:
    """ "enter" → "entered", "run" → "ran"."""
    if base in IRREGULAR:
        return IRREGULAR[base][0]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return (base + base[-1] if base in DOUBLING else base) + "ed"


def participle_of(base: str) -> str:
    """ "take" → "taken", "train" → "trained"."""
    return IRREGULAR[base][1] if base in IRREGULAR else past_of(base)


def third_of(base: str) -> str:
    """ "process" → "processes", "carry" → "carries"."""
    if base in ("do", "go"):
        return base + "es"
    if base == "have":
        return "has"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")


def gerund_of(base: str) -> str:
    """ "run" → "running", "file" → "filing", "tie" → "tying"."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return (base + base[-1] if base in DOUBLING else base) + "ing"
