"""Compounds that postings write apart, with a hyphen and closed; the closed form is the key of all three."""


def pairs(table: str) -> frozenset[tuple[str, str]]:
    """Read lines of "first: second second …" as pairs."""
    rows = (line.split(":") for line in table.strip().splitlines())
    return frozenset((first.strip(), second) for first, seconds in rows for second in seconds.split())


# Joined whatever stands between: "health care", "health-care".
CLOSED = pairs("""
air: craft port
back: log order orders
bar: code codes
bed: side
book: keeping keeper
care: giver givers giving
case: load loads
check: list lists
child: care
chrome: book books
class: room rooms
clean: room rooms
cyber: security
data: base bases set sets
day: care
dead: line lines
desk: top
drug: store stores
e: mail mails commerce learning
fire: wall walls arm arms
fork: lift lifts
front: line
full: stack
git: hub lab
hand: held book books
health: care
help: desk
home: work owner owners
house: keeping keeper keepers hold
job: site sites
key: board boards boarding
land: scape scaping lord
lap: top tops
life: guard guards style cycle
line: cook
mail: room rooms
note: taking
over: time
pay: roll
photo: copy copying copier copiers copies
pipe: line lines
play: ground
post: secondary graduate operative
power: point
proof: read reading reader
sea: food
share: point
smart: phone phones
soft: ware
spread: sheet sheets
stake: holder holders
team: work mate mates
text: book books
time: sheet sheets line lines keeping table
touch: screen screens
trouble: shoot shooting shooter
type: script writing
ware: house houses housing
web: site sites page pages
wheel: chair chairs
wood: work working
word: press perfect
work: flow flows place load loads sheet sheets shop shops station stations force
x: ray rays
chemo: therapy
immuno: therapy compromised
infra: structure
nano: technology
para: legal medic professional
skill: set sets
fund: raising raiser raisers
cash: flow flows
""")

# Joined only over a hyphen: "on-line" is online, but "in patient care" is no inpatient care.
HYPHENED = pairs("""
in: patient patients
out: patient patients bound reach side source sourcing sourced
on: line boarding going shore
off: line shore load loading
over: night head see sight
up: sell selling keep date
down: time load stream
under: writing writer graduate
well: being
short: cut
super: vision visor market
auto: cad motive
line: up
""")

# Never words by themselves, so joined to whatever follows.
PREFIXES = frozenset(("non", "multi", "pre", "anti", "inter", "tele", "micro", "bio", "neuro"))

# Prefixes that are also words or letters, so joined over a hyphen only.
HYPHEN_PREFIXES = frozenset(("re", "co", "sub", "e"))

FIRST_PARTS = PREFIXES | HYPHEN_PREFIXES | {first for first, _ in CLOSED | HYPHENED}


def is_compound(first: str, second: str, *, hyphen: bool) -> bool:
    """Whether two neighbouring words in lower case are one; `hyphen` tells what stands between them."""
    if first in PREFIXES or (first, second) in CLOSED:
        return True
    return hyphen and (first in HYPHEN_PREFIXES or (first, second) in HYPHENED)
