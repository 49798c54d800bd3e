"""The tables behind `phrases`: verbs, their nouns, and words for one thing. Ours, by the stems of `stems`."""

from applykit.lexicon.stems import stem_key


def stems(words: str) -> frozenset[str]:
    return frozenset(stem_key(word) for word in words.split())


OF = "of"
PREPOSITIONS = frozenset(("of", "for", "in", "on", "with", "to", "from", "by", "at", "into", "about", "via", "using"))
AUXILIARY = frozenset(("is", "are", "be", "been", "being", "was", "were", "get", "got"))

# What postings and people wrap around a task.
OPENING = stems("""
    responsible responsibility duty task ability able capable experience experienced knowledge knowledgeable skill
    skilled proficient proficiency familiar familiarity competent comfortable good strong excellent solid proven basic
    understanding assist help support participate aid contribute required must can will work include accurately
    routinely daily regularly safely properly
""")
SMALL = stems("""
    a an the and or of for in on with to from by at into about via using as per all any each other various such new
    accurate accurately timely safe safely proper properly daily routine appropriate relevant necessary
    assigned efficient efficiently effective effectively
    is are be been being was were within during
""")

# Verbs that say no more than their object does.
LIGHT = stems("""
    take took taken do perform conduct handle carry make complete provide execute undertake maintain keep run
    manage oversee facilitate ensure coordinate process use utilize give
""")

PARTICLES = frozenset(("out", "up", "down", "off"))

# Verbs that are nouns as well: before an act-noun they are its object ("order entry", "label preparation").
BOTH = stems("""
    label order stock count report file record document bill code type program test plan audit update review schedule
    book package mail invoice price load call train lesson claim
""")

# Nouns that only say that there is a task: "cleaning duties", "inventory process".
HEADS = stems("duty task process procedure activity operation function work responsibility service technique")

# Act-nouns and their verbs.
NOUN_ROWS = """
    preparation prepare
    administration administer
    documentation document
    communication communicate
    verification verify
    installation install
    calibration calibrate
    inspection inspect
    collection collect
    reconciliation reconcile
    registration register
    coordination coordinate
    translation translate
    interpretation interpret
    presentation present
    evaluation evaluate
    investigation investigate
    sterilization sterilize
    sanitation sanitize
    transportation transport
    operation operate
    supervision supervise
    production produce
    distribution distribute
    construction construct
    instruction instruct
    resolution resolve
    submission submit
    completion complete
    application apply
    implementation implement
    creation create
    identification identify
    classification classify
    notification notify
    organization organize
    facilitation facilitate
    education educate
    detection detect
    reduction reduce
    selection select
    protection protect
    prevention prevent
    integration integrate
    validation validate
    simulation simulate
    demonstration demonstrate
    negotiation negotiate
    management manage
    assessment assess
    measurement measure
    replenishment replenish
    procurement procure
    recruitment recruit
    development develop
    treatment treat
    placement place
    adjustment adjust
    assignment assign
    deployment deploy
    enforcement enforce
    maintenance maintain
    delivery deliver
    removal remove
    disposal dispose
    retrieval retrieve
    renewal renew
    approval approve
    storage store
    analysis analyze
    diagnosis diagnose
    repair repair
    review review
    assembly assemble
    entry enter
    receipt receive
    sale sell
    transfer transfer
    payment pay
    observation observe
    consultation consult
    compilation compile
    generation generate
    conversion convert
    fabrication fabricate
    formulation formulate
    optimization optimize
    configuration configure
    migration migrate
    taking take
    filling fill
    dispensing dispense
    labeling label
    ordering order
    cleaning clean
    stocking stock
    packaging package
    billing bill
    scheduling schedule
    filing file
    testing test
    teaching teach
    planning plan
    reporting report
    monitoring monitor
    handling handle
    processing process
    counting count
    compounding compound
    welding weld
    programming program
    drawing draw
    writing write
    painting paint
    tracking track
    sorting sort
    loading load
    cooking cook
    greeting greet
    answering answer
    typing type
    checking check
    mixing mix
    lifting lift
    restocking restock
    picking pick
    packing pack
    training train
    purchasing purchase
    invoicing invoice
    auditing audit
    forecasting forecast
    budgeting budget
    coding code
    grading grade
    sanitizing sanitize
    screening screen
    troubleshooting troubleshoot
"""
NOUNS = {stem_key(noun): stem_key(verb) for noun, verb in (row.split() for row in NOUN_ROWS.strip().splitlines())}
VERBS = (
    frozenset(NOUNS.values())
    | LIGHT
    | stems("""
    answer greet receive enter verify check prepare order purchase stock restock fill dispense label clean assist train
    teach write draw drive lift load unload pack pick sort count file type mix cook serve sell buy bill invoice code
    audit plan report monitor track review repair fix test read weigh measure resolve respond call contact inform advise
    counsel educate document record update enter input transcribe schedule book arrange organize coordinate compound
    reconstitute package deliver transport ship return dispose remove weld paint program develop design build create
    analyze assess evaluate inspect calibrate sterilize sanitize disinfect feed bathe dress lead supervise hire recruit
    collect reconcile process submit obtain request refill replace replenish rotate store maintain wash prepare
    verify interpret translate escort patrol guard plant harvest prune grade instruct tutor mentor coach
""")
)

# Words for the same act or thing; the first stands for all of its row.
ROWS = """
    phone telephone call
    medication drug medicine pharmaceutical
    customer client guest patron
    order purchase procure buy
    fill dispense
    stock restock replenish
    bill invoice
    check verify
    fix repair
    train teach instruct
    clean sanitize disinfect
    greet welcome
    physician doctor
    vendor supplier
    enter input key
    employee staff personnel
    vehicle car automobile
    hire recruit
    patient resident
    resolve solve
    record document
    answer respond
    child kid
    inventory stocktaking
    weld welding
"""
SAME = {stem_key(word): stem_key(row.split()[0]) for row in ROWS.strip().splitlines() for word in row.split()[1:]}
