"""US states, Canadian provinces and their codes, to compare jurisdictions."""

import re
from dataclasses import dataclass

NAMES = dict(
    pair.split("=")
    for pair in """alabama=AL;alaska=AK;arizona=AZ;arkansas=AR;california=CA;colorado=CO;connecticut=CT;delaware=DE;
    district of columbia=DC;florida=FL;georgia=GA;hawaii=HI;idaho=ID;illinois=IL;indiana=IN;iowa=IA;kansas=KS;
    kentucky=KY;louisiana=LA;maine=ME;maryland=MD;massachusetts=MA;michigan=MI;minnesota=MN;mississippi=MS;missouri=MO;
    montana=MT;nebraska=NE;nevada=NV;new hampshire=NH;new jersey=NJ;new mexico=NM;new york=NY;north carolina=NC;
    north dakota=ND;ohio=OH;oklahoma=OK;oregon=OR;pennsylvania=PA;puerto rico=PR;rhode island=RI;south carolina=SC;
    south dakota=SD;tennessee=TN;texas=TX;utah=UT;vermont=VT;virginia=VA;washington=WA;west virginia=WV;wisconsin=WI;
    wyoming=WY;alberta=AB;british columbia=BC;manitoba=MB;new brunswick=NB;newfoundland and labrador=NL;nova scotia=NS;
    ontario=ON;prince edward island=PE;quebec=QC;saskatchewan=SK""".replace("\n", "").split(";")
    if pair.strip()
)
NAMES = {name.strip(): code for name, code in NAMES.items()}
CODES = frozenset(NAMES.values())
LONGEST_FIRST = sorted(NAMES, key=lambda name: (-len(name), name))
NAME = re.compile(r"\b(" + "|".join(LONGEST_FIRST) + r")\b", re.IGNORECASE)
CODE = re.compile(r"(?:^|\bUS-|\bCA-|[\s,(])([A-Z]{2})(?=$|[\s,.)])")


def state_code(text: str | None) -> str | None:
    """The two-letter code of the state that a text names ("US-WA", "Washington State Department of Health"), or None.

    "Washington, DC" and "District of Columbia" are DC.
    """
    if not text:
        return None
    codes = [code for code in CODE.findall(text) if code in CODES]
    if codes:
        return str(codes[-1])
    named = NAME.search(text)
    return NAMES[named.group(1).casefold()] if named else None


@dataclass(frozen=True, slots=True)
class State:
    """A state or province by its two-letter code."""

    code: str

    @classmethod
    def named_in(cls, *texts: str | None) -> "State | None":
        """The first that one of the texts names."""
        code = next(filter(None, map(state_code, texts)), None)
        return cls(code) if code else None

    @property
    def name(self) -> str:
        """Written out: "WI" is Wisconsin."""
        name = next(name for name, code in NAMES.items() if code == self.code)
        return " ".join(word if word in ("of", "and") else word.title() for word in name.split(" "))
