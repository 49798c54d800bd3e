"""Words by which titles, employers, schools, degrees, places and languages are told apart."""

import re

TITLES = frozenset(
    """accountant actor acupuncturist adjunct administrator adviser advisor aide agent analyst architect artist assembler
    assistant associate attendant attorney auditor author baker banker barista bartender bookkeeper broker builder buyer
    captain caregiver carpenter cashier ceo cfo chair chairman chef chief clerk clinician coach cofounder co-founder
    collector compounder concierge conductor consultant contractor controller cook coo coordinator copywriter counselor
    courier crew cto curator custodian dean dentist deputy designer developer director dispatcher docent doctor driver
    economist editor educator electrician engineer estimator examiner executive expert extern fellow firefighter founder
    freelancer gardener generalist groomer guard guide handler head helper host hostess housekeeper hygienist illustrator
    inspector installer instructor intern interpreter inventor investigator janitor journalist judge laborer lead leader
    lecturer librarian lifeguard loader machinist maid maintainer manager marketer mason mechanic mentor merchandiser
    messenger midwife minister moderator nanny nurse nutritionist officer operative operator optician optometrist
    organizer owner packer painter paralegal paramedic partner pastor pediatrician pharmacist phlebotomist photographer
    physician picker pilot planner plumber porter postdoc practitioner preceptor president principal producer professor
    programmer proofreader proprietor psychologist receptionist recruiter registrar representative researcher resident
    sailor salesperson scholar scientist secretary seller sergeant server shopper sitter soldier solicitor specialist
    sorter stager steward stocker strategist student superintendent supervisor support surgeon surveyor tailor teacher
    tech technician technologist teller tester therapist trainee trainer transcriptionist translator treasurer tutor
    typist undergraduate usher veterinarian vp waiter waitress warden welder worker writer
    rn lpn cna lvn emt cpht rph apprentice member volunteer ambassador creator webmaster stylist barber
    tecnico tecnica gerente asistente cajero cajera auxiliar ingeniero ingeniera enfermera enfermero vendedor vendedora
    encargado encargada jefe profesor profesora becario practicante recepcionista farmaceutico farmaceutica
    preparateur preparatrice vendeur vendeuse assistante responsable chef stagiaire ingenieur technicien technicienne
    infirmiere infirmier caissier caissiere directeur directrice pharmacien pharmacienne""".split()
)
SENIORITY = frozenset(
    """senior junior sr jr staff principal lead leading chief assistant associate deputy interim acting vice head trainee
    certified registered licensed seasonal part-time full-time intern freelance""".split()
)
ORGS = frozenset(
    """inc llc ltd limited gmbh corp corporation co company companies group holdings plc ag sa sarl srl bv pty llp lp
    university college school institute institution academy hospital clinic center centre pharmacy pharmacies drugs
    drugstore drug health healthcare medical services service solutions systems technologies technology labs lab
    laboratory laboratories bank foundation association agency department dept ministry council city county state
    university's store stores market markets supermarket restaurant cafe hotel hotels resort inn industries logistics
    partners ventures capital consulting studio studios media press church museum library authority bureau network
    international global enterprises foods motors airlines airways insurance financial realty properties construction
    manufacturing warehouse distribution team society trust board commission district schools army navy force guard
    corps research software games works bakery salon spa gym farm farms nursery daycare hospice rehab rehabilitation
    universidad colegio escuela instituto hospital clinica farmacia tienda banco empresa
    universite ecole lycee hopital clinique pharmacie societe entreprise banque""".split()
)
SCHOOLS = re.compile(
    r"\b(?:university|college|school|institute|academy|polytechnic|universit\w+|universidad|universidade|instituto|escuela|"
    r"colegio|ecole|lycee|seminary|conservatory|campus|hochschule|gymnasium|iti|caltech|mit|ucla|eth|bootcamp|"
    r"vocational|job corps|technical center|career center|community education)\b"
)
DEGREES = re.compile(
    r"\b(?:ph\.?\s?d\.?|d\.?phil\.?|doctor(?:ate|al)?(?: degree)?|pharm\.?\s?d\.?|m\.?d\.?(?=\W|$)|j\.?d\.?(?=\W|$)|dds|dvm|"
    r"ed\.?d\.?|post\s?doc\w*|master(?:[’']?s)?(?: of [a-z]+(?: [a-z]+)?)?(?: degree)?|"
    r"m\.?b\.?a\.?|m\.?sc?\.?(?=\W|$)|m\.?a\.?(?=\W|$)|m\.?eng\.?|"
    r"m\.?ed\.?|m\.?p\.?h\.?|m\.?phil\.?|bachelor(?:[’']?s)?(?: of [a-z]+(?: [a-z]+)?)?(?: degree)?|"
    r"b\.?sc?\.?(?=\W|$)|b\.?a\.?(?=\W|$)|"
    r"b\.?eng\.?|b\.?tech\.?|m\.?tech\.?|b\.?f\.?a\.?|b\.?b\.?a\.?|b\.?com\.?|bsn|msn|llb|llm|adn|"
    r"associate(?:[’']?s)?(?: of [a-z]+(?: [a-z]+)?)?(?: degree)?|a\.?a\.?s?\.?(?=\W|$)|a\.?s\.?(?=\W|$)|"
    r"diploma|high school(?: diploma| equivalency)?|secondary school|hs diploma|"
    r"g\.?e\.?d\.?(?=\W|$)|hiset|abitur|baccalaureat|bachillerato|licenciatura|licence|maitrise|grado|maestria|doctorado|"
    r"certificate(?: program| of [a-z]+)?|certification|certificado|minor|major|graduate|undergraduate|degree|a-levels?|gcses?|coursework|apprenticeship)"
)
US_STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky",
    "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota",
    "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina",
    "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia",
    "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming", "PR": "Puerto Rico",
}  # fmt: skip
PROVINCES = ("AB", "BC", "MB", "NB", "NL", "NS", "ON", "PE", "QC", "SK", "Ontario", "Quebec", "Québec", "Alberta",
    "British Columbia", "Manitoba", "Nova Scotia", "NSW", "VIC", "QLD", "England", "Scotland", "Wales")  # fmt: skip
COUNTRIES = (
    "USA|U.S.A.|US|U.S.|United States|United States of America|UK|U.K.|United Kingdom|Canada|Mexico|México|Brazil|Brasil"
    "|Argentina|Chile|Colombia|Peru|Perú|Spain|España|Portugal|France|Germany|Deutschland|Italy|Italia|Netherlands"
    "|The Netherlands|Belgium|Switzerland|Austria|Ireland|Poland|Czech Republic|Czechia|Hungary|Romania|Greece|Türkiye"
    "|Turkey|Russia|Ukraine|Sweden|Norway|Denmark|Finland|Iceland|Estonia|Latvia|Lithuania|India|Pakistan|Bangladesh"
    "|Sri Lanka|China|Japan|South Korea|Korea|Taiwan|Hong Kong|Singapore|Malaysia|Thailand|Vietnam|Philippines"
    "|Indonesia|Australia|New Zealand|South Africa|Nigeria|Kenya|Ghana|Egypt|Morocco|Israel|UAE|United Arab Emirates"
    "|Saudi Arabia|Qatar|Iran|Iraq|Jordan|Lebanon|Ethiopia|Puerto Rico|Dominican Republic|Cuba|Haiti|Jamaica"
    "|Costa Rica|Guatemala|Honduras|El Salvador|Panama|Ecuador|Venezuela|Bolivia|Uruguay|Paraguay|Serbia|Croatia"
    "|Slovenia|Slovakia|Bulgaria|Luxembourg|Malta|Cyprus|Nepal|Suisse|Belgique"
).split("|")
REGION = "|".join(
    sorted(
        (re.escape(name) for name in (*US_STATES, *US_STATES.values(), *PROVINCES, *COUNTRIES)),
        key=lambda n: (-len(n), n),
    )
)
_CITY = r"[A-ZÀ-ÖØ-ÞĀ-ŽİŞÇĞ][\w'’.\-]*(?:[ \-](?:[A-ZÀ-ÖØ-ÞİŞÇĞ][\w'’.\-]*|of|de|del|la|las|los|le|du|am|an|der|upon|on|sur)){0,3}"
PLACE = re.compile(
    rf"(?:{_CITY},\s*)?{_CITY},\s*(?:{REGION})(?:,?\s*\d{{5}}(?:-\d{{4}})?)?(?:,\s*(?:{REGION}))?"
    r"|(?:100%\s*)?(?:[Ff]ully\s+)?(?:Remote|Hybrid|On-?site|Onsite|Work from home|Télétravail|Remoto)\b(?:\s*[(\-–,]\s*[\w ,]+\)?)?"
)
TRAILING_PLACE = re.compile(
    rf"(?:,|\s[-–—|•·]|\(|\s)\s*(?P<place>{_CITY},\s*(?:{REGION})(?:\s+\d{{5}})?(?:,\s*(?:{REGION}))?)\)?$"
)
SOFT_PLACE = re.compile(rf"{_CITY}(?:,\s*{_CITY}){{0,2}}(?:\s*\((?:[Rr]emote|[Hh]ybrid)\))?")
LANGUAGES = frozenset(
    """english spanish french german italian portuguese mandarin cantonese chinese japanese korean vietnamese tagalog
    filipino arabic hindi urdu bengali punjabi gujarati tamil telugu marathi malayalam kannada nepali russian ukrainian
    polish czech slovak hungarian romanian bulgarian greek turkish hebrew persian farsi dari pashto armenian swahili
    amharic somali yoruba igbo hausa zulu dutch swedish norwegian danish finnish icelandic estonian latvian lithuanian
    serbian croatian bosnian slovenian albanian macedonian catalan basque galician welsh irish gaelic haitian creole
    khmer lao thai burmese indonesian malay samoan hawaiian hmong navajo asl latin esperanto
    espanol ingles frances aleman italiano portugues chino anglais espagnol francais allemand italien portugais arabe
    deutsch englisch spanisch franzosisch""".split()
)
# Parts before a hyphen that is written, not only put at the end of a line.
HYPHENED = frozenset(
    """anti award best business client co community cost cross customer data day decision detail double e end entry ex
    fast first five follow four front full goal half hand hands high home hospital hour ill large left life
    light line long low machine main many mid mini mission multi near new night non off on one open out over owner part
    patient peer per point post problem pro quality quick ready real record result right risk role safety sales
    second self service seven short single six small so state step team ten third three time top two
    up user value vendor wait walk weekly well wide work world year zero""".split()
)
