"""Small tables for words that the rules of `stems` would fold wrongly."""

# Forms that no ending explains. Keys and values are compared as written here.
IRREGULAR = {
    "analyses": "analysis", "diagnoses": "diagnosis", "hypotheses": "hypothesis", "crises": "crisis",
    "bases": "base", "theses": "thesis", "syntheses": "synthesis", "criteria": "criterion", "children": "child",
    "feet": "foot", "teeth": "tooth", "lives": "life", "knives": "knife", "shelves": "shelf", "wives": "wife",
    "selves": "self", "halves": "half", "leaves": "leave", "lice": "louse", "mice": "mouse", "indices": "index",
    "appendices": "appendix", "matrices": "matrix", "vertices": "vertex", "curricula": "curriculum",
    "written": "write", "wrote": "write", "taken": "take", "took": "take", "given": "give", "gave": "give",
    "driven": "drive", "drove": "drive", "kept": "keep", "led": "lead", "held": "hold", "met": "meet",
    "sold": "sell", "told": "tell", "sent": "send", "spoken": "speak", "spoke": "speak", "taught": "teach",
    "understood": "understand", "built": "build", "bought": "buy", "brought": "bring", "caught": "catch",
    "worn": "wear", "wore": "wear", "ran": "run", "chosen": "choose", "drawn": "draw", "drew": "draw", "fed": "feed",
    "begun": "begin", "paid": "pay", "laid": "lay", "thought": "think", "sought": "seek", "drugs": "drug",
    "technicians": "technician", "techs": "tech",
}  # fmt: skip

# Words in -s that are no plurals (or whose singular means something else).
KEPT_S = frozenset((
    "always", "diabetes", "news", "series", "species", "lens", "sales", "windows", "perhaps", "besides", "access",
    "kubernetes", "jenkins", "postgres", "pandas", "keras", "sas", "rabies", "herpes", "texas", "kansas", "illinois",
    "arkansas", "massachusetts", "goods", "hers", "ours", "yours", "theirs", "towards", "afterwards", "upwards",
    "aids", "gas", "bias", "atlas", "canvas", "christmas", "overseas", "whereas", "sous", "teams", "slides", "sheets",
    "docs", "forms", "works", "pages", "means", "thanks", "odds", "premises", "proceeds", "savings", "earnings",
))  # fmt: skip

# Words in -ics that have a singular in -ic; all others ("logistics", "analytics") stay whole.
SINGULAR_ICS = frozenset((
    "ethics", "clinics", "topics", "metrics", "critics", "fabrics", "basics", "comics", "antibiotics", "plastics",
    "cosmetics", "narcotics", "biologics", "lyrics", "mechanics", "characteristics",
))  # fmt: skip

# Fields and things in -ing and -ed whose stem means something else: a nurse is no nursing.
KEPT_ING = frozenset((
    "accounting", "banking", "bedding", "being", "building", "clothing", "engineering", "evening", "housing",
    "marketing", "meeting", "morning", "nursing", "pharming", "plumbing", "programming", "roofing", "spring",
    "staffing", "string", "training", "wedding", "wiring", "during", "nothing", "something", "everything", "red",
    "hundred", "unlimited", "sacred", "naked", "embed", "bed", "sled", "moulding", "molding", "flooring", "tiling",
    "masking", "mining", "printing", "painting", "drawing", "writing", "reading", "spelling", "counseling",
    "counselling", "networking", "boring", "outstanding", "understanding", "offering", "rating", "earning", "lighting",
    "catering", "advertising", "lettering", "tutoring", "mentoring", "bookkeeping", "waiting", "setting", "wellbeing",
))  # fmt: skip

# British (and other) spellings by word; endings are handled by rules.
AMERICAN = {
    "licence": "license", "practise": "practice", "centre": "center", "theatre": "theater", "metre": "meter",
    "litre": "liter", "fibre": "fiber", "calibre": "caliber", "colour": "color", "behaviour": "behavior",
    "behavioural": "behavioral", "favour": "favor", "honour": "honor", "humour": "humor", "labour": "labor",
    "neighbour": "neighbor", "rigour": "rigor", "vapour": "vapor", "armour": "armor", "harbour": "harbor",
    "odour": "odor", "rumour": "rumor", "tumour": "tumor", "vigour": "vigor", "endeavour": "endeavor",
    "defence": "defense", "offence": "offense", "pretence": "pretense", "programme": "program", "cheque": "check",
    "catalogue": "catalog", "dialogue": "dialog", "analogue": "analog", "tyre": "tire", "aluminium": "aluminum",
    "paediatric": "pediatric", "paediatrics": "pediatrics", "anaesthesia": "anesthesia", "anaesthetic": "anesthetic",
    "anaesthetist": "anesthetist", "gynaecology": "gynecology", "haematology": "hematology", "oedema": "edema",
    "orthopaedic": "orthopedic", "orthopaedics": "orthopedics", "foetal": "fetal", "leukaemia": "leukemia",
    "diarrhoea": "diarrhea", "oestrogen": "estrogen", "encyclopaedia": "encyclopedia", "manoeuvre": "maneuver",
    "judgement": "judgment", "acknowledgement": "acknowledgment", "fulfil": "fulfill", "enrol": "enroll",
    "enrolment": "enrollment", "fulfilment": "fulfillment", "instalment": "installment", "skilful": "skillful",
    "labelling": "labeling", "labelled": "labeled", "travelling": "traveling", "travelled": "traveled",
    "modelling": "modeling", "modelled": "modeled", "cancelled": "canceled", "cancelling": "canceling",
    "counsellor": "counselor", "jewellery": "jewelry", "grey": "gray", "plough": "plow", "mould": "mold",
    "storey": "story", "kerb": "curb", "pyjama": "pajama", "sulphate": "sulfate", "sulphur": "sulfur",
    "specialised": "specialized", "analyse": "analyze", "paralyse": "paralyze", "counselling": "counseling",
    "moulding": "molding", "aeroplane": "airplane", "artefact": "artifact", "speciality": "specialty",
    "transport": "transport", "ageing": "aging", "dispence": "dispense", "organization": "organization",
    "manoeuvring": "maneuvering", "signalling": "signaling", "tunnelling": "tunneling", "channelling": "channeling",
}  # fmt: skip
