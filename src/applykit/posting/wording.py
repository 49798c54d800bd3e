"""The words by which headings are known, as data: rules from words to role, tried in order."""

import re
from dataclasses import dataclass

from applykit.posting.model import Role


@dataclass(frozen=True, slots=True)
class HeadingRule:
    """A heading whose words fit `pattern` anywhere gets `role`; the first rule that fits decides."""

    name: str
    role: Role | None
    pattern: re.Pattern[str]


def rule(name: str, role: Role | None, pattern: str) -> HeadingRule:
    return HeadingRule(name, role, re.compile(rf"(?:{pattern})", re.VERBOSE))


# Headings are compared in small letters, with "&" as "and", typographic quotes straight, marks at the ends gone.
HEADING_RULES = (
    rule(
        "equal opportunity",
        Role.EQUAL_OPPORTUNITY,
        r"equal\ (?:employment\ )?opportunit | \beeoc?\b | ^eoe | affirmative\ action | non-?discrimination"
        r"| ^(?:our\ commitment\ to\ )?(?:diversity|inclusion|equity|dei|belonging)\b | diversity(?:,"
        r"|\ and)\ (?:equity|inclusion)"
        r"| accommodations?\b | e-?verify | fair\ chance | pay\ transparency | privacy | disclaimer | fraud "
        r"| recruitment\ agenc"
        r"| accessibility | safeguarding | ^our\ commitment$",
    ),
    rule(
        "how to apply",
        Role.HOW_TO_APPLY,
        r"\bhow\ to\ (?:apply|be\ considered) | ^apply\b | \bto\ apply\b | application\ (?:process|instructions?"
        r"|procedure|deadline|questions?|"
        r"information|details|timeline|materials|window) | ^applications?$ | next\ steps | (?:required"
        r"|supporting)\ documents?\b"
        r"| (?:hiring|interview|selection|recruitment)\ (?:process|steps|procedure) "
        r"| how\ you\ will\ be\ evaluated | ^contact\b"
        r"| agency\ contact | ^interview | closing\ date | further\ information | ^instructions | employee\ login "
        r"| internal\ (?:workers|applicants)"
        r"| ready\ to\ (?:join|apply)",
    ),
    rule(
        "offer",
        Role.OFFER,
        r"\bbenefits?\b(?!\ (?:admin|coord|verif|special|analy)) | \bperks?\b | what\ (?:we|'s|is|you)\ (?:can\ "
        r"|'?ll\ |will\ )?"
        r"(?:offer|provide|get|gain|receive|in\ it(?:\ for\ (?:you|me))?|expect\ from\ us)"
        r" | what's\ in\ it | ^(?:we|our|the)\ offer\b | ^we\ (?:offer"
        r"|provide)\b | we(?:'re|\ are)\ offering | ^offer(?:ing|s)?$ | total\ rewards?"
        r"| \bcompensation\b(?!\ (?:analy|special)) | remuneration | \bsalary\b | \bpay(?:\ (?:range|rate|scale"
        r"|transparency))?$ | ^pay\b | (?:hourly|wage|pay)\ (?:rate|range|scale)"
        r"| ^wages? | ^why\ (?:work|join|us|you|choose|should|apply|are|this|we)\b | ^why\b.{0,40}\?? $ "
        r"| in\ return | rewards?\b"
        r"| (?:sign-?\ ?on|annual|performance|retention|referral)\ bonus | bonus(?:es)?\ (?:eligib|program) "
        r"| you\ will\ (?:receive|get|enjoy)"
        r"| well-?being | \bpto\b | time\ off | \b401 | insurance$ | career\ (?:development|growth|path) "
        r"| growth\ opportunit | ^opportunities\b"
        r"| ^package | reasons\ to | advantages\ of | health\ and\ wellness | paid\ (?:training|holidays)",
    ),
    rule(
        "schedule",
        Role.CONDITIONS,
        r"^(?:work\ |working\ |job\ )?(?:schedule|shifts?|hours|days)\b | schedule\b | (?:work|weekly"
        r"|scheduled)\ (?:shift|hours) | ^(?:weekend|on-?\ ?call)\b"
        r"| hours\ (?:of\ work|per\ week) | tour\ of\ duty | availability | ^working\ pattern",
    ),
    rule(
        "conditions of employment",
        Role.CONDITIONS,
        r"conditions?\ of\ employment | key\ requirements\ and\ conditions | (?:working|work|environmental|job"
        r"|special|terms\ and)\ conditions"
        r"| physical | (?:work|working|job)\ environment | ^environment | mental\ (?:demands|requirements) "
        r"| sensory | lifting | travel\b"
        r"| \bsecurity\ clearance$ | background\ (?:check|screen) | pre-?employment | drug\ (?:test|screen) "
        r"| vaccin | immuni[sz]ation\ requirement"
        r"| exposure | hazards | (?:safety|health)\ (?:requirements|conditions)",
    ),
    # Headings over both, such as "Duties and requirements", leave the word to the sentences below.
    rule(
        "mixed",
        None,
        r"(?:summary|overview|description|dut(?:y|ies)|responsibilit\w+|functions?)(?:\ and\ "
        r"|\ ?[/,]\ ?)(?:\w+\ ){0,2}(?:qualifications?|requirements?|skills)"
        r"| (?:qualifications?|requirements?|skills)(?:\ and\ |\ ?[/,]\ ?)(?:\w+\ ){0,2}(?:dut(?:y|ies)"
        r"|responsibilit\w+|description)",
    ),
    rule(
        "required and preferred",
        Role.REQUIRED,
        r"(?:required|minimum|essential|must).{0,20}(?:/|\ or\ |\ and\ |,\ ?)\ ?(?:preferred|desired|desirable)",
    ),
    rule(
        "preferred",
        Role.PREFERRED,
        r"preferred | preferable | \bpreferences?\b | \bdesired\b | desirable | nice[\ -]to[\ -]ha(?:ve|s) "
        r"| ^bonus(?:es)?$ | \bbonus\ (?:points|skills|qualif|experience|if|for) | (?:a|as)\ bonus$ "
        r"| \bplus(?:es)?\b | ideally"
        r"| \bassets?\b(?!\ manag) | advantag"
        r" | (?:would|will|'d)\ be\ (?:a\ )?(?:great|nice|good|ideal) | good\ to\ have "
        r"| ^optional\b | extra\ credit | beneficial"
        r"| what\ (?:would|will|may|might|could)?\ ?(?:also\ )?helps?\b | ^you\ (?:might|may|could)\ (?:also\ )?have "
        r"| love\ (?:it\ )?(?:if|to\ see) | brownie | even\ better | stand\ ?out | highly\ valued"
        r" | not\ essential | (?:great"
        r"|helpful)\ (?:to\ have|if\ you) | set\ you\ apart | ^pluses",
    ),
    rule(
        "duties",
        Role.DUTIES,
        r"(?:essential|key|primary|main|core|major|principal|general|critical|job|position|marginal|secondary"
        r"|other|specific|typical|daily)\ (?:\w+\ (?:and\ )?)?"
        r"(?:functions?|duties|duty|responsibilit\w+|accountabilit\w+|tasks?|activities|deliverables|areas) "
        r"| responsibilit | \bduties\b | accountabilit"
        r"| what\ (?:you|the\ \w+)\ ?(?:'?ll|will|would|'ll\ be|will\ be|get\ to|can"
        r"|are\ going\ to)\ (?:be\ )?(?:do|own|work|achiev|contribut|deliver)\w*"
        r"| ^what\ you\ do$ | ^what\ does | day[\ -]to[\ -]day | (?:day|week)\ in\ the\ life | typical\ (?:day"
        r"|week) | ^you(?:'ll|\ will)(?:\ be)?\b(?!.{0,30}\b(?:have|need|bring|possess)\b)"
        r"| ^(?:the\ )?(?:role|job|position|work|tasks?|functions?|activities|deliverables|scope|objectives)$ "
        r"| scope\ of\ (?:work|role|responsib) | your\ (?:role|tasks|mission|impact|day|job|work)\b"
        r"| how\ you(?:'ll|\ will)\ (?:make|spend|contribute|help) | in\ this\ (?:role|position|job) "
        r"| role\ and\ respons | ^job\ functions? | the\ (?:candidate|incumbent|successful)\b.{0,40}\bwill"
        r"| nature\ of\ (?:the\ )?work | performance\ (?:objectives|expectations|measures) | ^(?:works?"
        r"|examples)\ of\ (?:work|duties) | ^the\ day | ^what\ will\ (?:you|i) | ^main\ (?:purpose|activit)",
    ),
    rule(
        "required",
        Role.REQUIRED,
        r"qualifications? | \bqualified\b | requirements? | \brequires?d?\b | \bessential(?:s|\ criteria)?\b "
        r"| \bminimums?\b | must[\ -]ha(?:ve|s) | ^must\b | mandatory | prerequisites?"
        r"| (?<!people\ )skills? | (?<!patient\ )(?<!customer\ )(?<!client\ )(?<!user\ )(?<!guest\ )(?<!member\ )"
        r"(?<!employee\ )(?<!candidate\ )(?<!resident\ )(?<!family\ )(?<!brand\ )experience"
        r"| (?<!patient\ )(?<!customer\ )(?<!client\ )(?<!staff\ )(?<!health\ )(?<!community\ )(?<!family\ )"
        r"(?<!interprofessional\ )(?<!teamstepps\ )(?<!continuing\ )(?<!nursing\ )education | educational "
        r"| certificat | certified | licen[sc] | credential | competenc | knowledge | \babilit(?:y|ies)\b "
        r"| \bksas?\b"
        r"| who\ (?:you\ are|we(?:'re|\ are)?\ (?:look|want|need)|are\ you) | ^about\ you | what\ you(?:'ll|\ will"
        r"|'d)?\ ?(?:bring|need|have|should|must|possess)"
        r"| what\ (?:do\ )?(?:we|we're|you)\ ?(?:are\ )?(?:look|seek|need|expect|want|require|ask|need\ to\ see)\w*"
        r" | ^we\ (?:require|need|ask|expect)\b | makes?\ you\ (?:a\ )?(?:great|good|right|perfect) "
        r"| what\ you're\ (?:good|like) | you\ (?:have|are|bring|need|should|must|possess|offer)\b"
        r"| your\ (?:profile|background|skills|experience|qualif|expertise|strengths|talents|qualities) "
        r"| ^profile$ | candidate\ (?:profile|requirement|will|must|should) | (?:person|candidate|job|role"
        r"|employee)\ specification"
        r"| to\ (?:be\ successful|succeed|qualify) | success\ (?:factors|profile) | background$"
        r"| qualities\b | attributes | criteria | basic\ eligib | eligibility"
        r"| we(?:'re|\ are)\ looking\ for | looking\ for | the\ (?:right|ideal|successful|perfect)\ (?:candidate"
        r"|person|applicant|fit) | ideal\ (?:candidate|person|applicant)| do\ you\ have | proficienc "
        r"| ^training\b | ^languages?$ | ^expertise"
        r"| traits | technolog(?:y|ies)\ (?:used|stack) | tech\ stack | screen-?out | selective\ (?:placement"
        r"|factor) | time-in-grade | ^specialty | ^who$ | applicants?\ (?:must|should)",
    ),
    rule(
        "employer",
        Role.EMPLOYER,
        r"^about\ (?:us|our|the\ (?:company|organi[sz]ation|employer|team|department|firm|hospital|school|client"
        r"|agency|trust))\b | who\ we\ are | ^(?:the\ )?(?:company|organi[sz]ation(?:al)?|employer|corporate"
        r"|agency|client|business|firm|facility|department|team|hospital|community)"
        r"(?:'s)?(?:\ (?:overview|description|profile|information|info|background|summary|culture|values|mission"
        r"|intro\w*))?$ | our\ (?:company|mission|story|values|vision|culture|team|history|people|client|purpose"
        r"|promise|organi[sz]ation|commitment|communit|work|credo|philosophy)"
        r"| ^(?:the\ )?(?:mission|vision|culture|values|core\ values) | (?:mission|vision)(?:,|\ and|\ statement) "
        r"| what\ we\ (?:do|believe|stand|value)\b | (?:awards?|recognitions?|accreditations?)\b | life\ at\b "
        r"| working\ at\b | ^meet\b | ^welcome\b | ^join\b | learn\ more\ about",
    ),
    rule(
        "summary",
        Role.SUMMARY,
        r"summary | overview | introduction | ^(?:about|the|your)\ (?:this\ |the\ |your\ |our\ )?(?:role|job"
        r"|position|opportunity|internship|program|posting|vacancy|work|opening)\b | opportunity$ | (?:job"
        r"|position|role|general)\ purpose | purpose\ of | ^purpose"
        r"| (?:job|position|role|vacancy|full|general|detailed|the)?\ ?descriptions? | ^job\ (?:details"
        r"|information|posting)| ^(?:position|role|job|vacancy)\ (?:details|information|profile|statement"
        r"|objective|highlights|snapshot|intro\w*) | at\ a\ glance | ^snapshot | ^highlights | ^intro$ "
        r"| job\ brief | ^details$ | position\ type",
    ),
    rule("about the employer by name", Role.EMPLOYER, r"^about\ (?!you\b|the\ role|the\ job|your\b)[\w'&.,\ -]{2,50}$"),
)

# Headings sure enough to be seen at the head of a sentence in running text, when a colon follows.
_COLON = (
    r"(?:Job|Position|Role|General|Company|Program|Executive|Brief)\ (?:Summary|Overview|Description(?:\ Summary)?"
    r"|Purpose|Profile|Objective|Responsibilities|Duties|Requirements|Qualifications|Functions|Specifications?"
    r"|Type|Details|Accountabilities)"
    r"|(?:(?:Essential|Key|Primary|Main|Core|Major|Principal|Specific|Other|General|Additional|Your|Typical"
    r"|Essential\ Job|Key\ Job|Supervisory|Major\ Job)\ )?(?:Job\ |Position\ |Role\ )?(?:Duties(?:\ (?:and|&"
    r"|/)\ Responsibilities)?|Responsibilities(?:\ (?:and|&)\ (?:Duties|Accountabilities))?|Accountabilities"
    r"|Essential\ Functions|Key\ Tasks)"
    r"|(?:Essential|Primary|Job|Key|Core|Major)\ (?:Job\ )?Functions(?:\ (?:and|&|/)\ (?:Duties|Responsibilities))?"
    r"|(?:(?:Minimum|Basic|Required|Preferred|Desired|Desirable|Essential|Additional|Position|Job|Education(?:al)?"
    r"|Technical|Key|Mandatory|Specific|General|Other|Special|Professional|Personal|Core|Soft|Licensure"
    r"|Certification|Experience|Physical|Knowledge|Optional|Ideal|Language|Training|Work)\ )+"
    r"(?:Qualifications?(?:\ Criteria|\ Include|\ (?:and|&|/)\ (?:Skills|Experience|Requirements|Education))?"
    r"|Requirements?(?:\ Include)?|Skills?(?:\ (?:and|&|/)\ (?:Qualifications|Experience|Abilities|Knowledge"
    r"|Competencies))?|Experience|Education|Criteria|Competencies|Demands|Attributes|Abilities|Knowledge"
    r"|Credentials|Certifications?|Licenses?|Qualities)"
    r"|Qualifications(?:\ Include|\ (?:and|&|/)\ (?:Skills|Experience|Requirements|Education))?|Requirements"
    r"|Skills(?:\ (?:and|&|/)\ (?:Qualifications|Experience|Abilities|Knowledge|Competencies|Requirements))?"
    r"|Education(?:\ (?:and|&|/|and/or)\ (?:Experience|Training|Certification|Credentials|Qualifications))?"
    r"|Experience(?:\ (?:and|&|/)\ (?:Education|Skills|Qualifications|Training))?"
    r"|(?:Licenses?|Certifications?|Licensure|Credentials)(?:\ ?(?:and|&|/|,|and/or)\ ?(?:Licenses?|Licensure"
    r"|Certifications?|Registrations?|Credentials))*|Competencies|Knowledge,\ Skills,?\ (?:and"
    r"|&)\ Abilities(?:\ \(KSAs?\))?|KSAs"
    r"|Specialized\ Experience(?:\ Requirements?)?|General\ Experience|Basic\ Requirements?|Minimum\ Requirements?"
    r"|Conditions\ of\ Employment|Selective\ Placement\ Factors?|Quality\ Ranking\ Factors?"
    r"|Time[- ]in[- ]Grade(?:\ Requirements?)?|Education\ Requirements?|Physical\ (?:Requirements|Demands|Effort)"
    r"|Work(?:ing)?\ (?:Conditions|Environment|Schedule|Hours)"
    r"|Person\ Specification|Essential(?:\ Criteria)?|Desirable(?:\ Criteria)?|Nice[- ]to[- ]Haves?|Must[- ]Haves?"
    r"|Bonus\ Points(?:\ for)?|Pluses|What\ (?:You(?:'|’)ll|You\ Will|You(?:'|’)d)\ (?:Do|Be\ Doing|Need|Bring"
    r"|Have|Get)|What\ You\ (?:Bring|Need|Have|Get)|What\ We\ Offer|What(?:'|’)s\ in\ it\ for\ You|We\ Offer"
    r"|Who\ You\ Are|Who\ We\ Are|About\ (?:You|Us|the\ (?:Role|Job|Position|Company|Team))|The\ Role"
    r"|How\ to\ Apply|Why\ (?:Join\ Us|Work\ (?:for|with)\ Us)"
    r"|(?:Employee\ )?Benefits(?:\ (?:and|&)\ (?:Perks|Compensation|Salary))?|Perks(?:\ (?:and|&)\ Benefits)?"
    r"|Compensation(?:\ (?:and|&)\ Benefits)?|Remuneration|Salary(?:\ Range)?|Pay\ Range|Shift(?:\ Details)?"
    r"|Schedule(?:\ Details)?|Equal\ Opportunity\ Employer"
)
_AFTER = r"(?<![\w,&/(-]\ )(?<![\w,&/(-])"
COLON_HEADINGS = re.compile(
    rf"(?:(?<=[.!?)\]:;”\"]\ )|(?<=[.!?)\]:;”\"])|(?<=\ \ )|(?<=•\ ))(?-i:(?=[A-Z]))(?:{_COLON})[ ]?:(?=\ *[^\s/])",
    re.IGNORECASE | re.VERBOSE,
)
# … and without a colon, in long lines only, when a capital letter or a bullet follows.
_BARE = (
    r"(?:Job|Position|Role)\ (?:Summary|Overview|Description|Duties|Responsibilities|Requirements|Qualifications)"
    r"|(?:Essential|Primary|Key|Major)\ (?:Job\ )?(?:Functions|Duties(?:\ (?:and|&)\ Responsibilities)?"
    r"|Responsibilities)"
    r"|(?:Minimum|Basic|Required|Preferred|Desired|Additional)\ (?:Qualifications|Requirements|Skills|Experience"
    r"|Education)|Physical\ (?:Requirements|Demands)|Knowledge,\ Skills,?\ (?:and|&)\ Abilities"
    r"|Conditions\ of\ Employment|Responsibilities|Qualifications|Requirements|Benefits|What\ We\ Offer"
    r"|About\ (?:Us|the\ (?:Role|Job|Position|Company|Team))|How\ to\ Apply|Schedule\ Details"
    r"|Licensure\ Requirements?|Education\ Requirements?|Required\ Technical\ Skills|Desired\ Technical\ Skills"
    r"|Equal\ Opportunity\ Employer"
    r"|REQUIREMENTS|QUALIFICATIONS|RESPONSIBILITIES|DUTIES|JOB\ (?:SUMMARY|DESCRIPTION)|DESCRIPTION|BENEFITS"
    r"|EDUCATION|EXPERIENCE|SKILLS|SPECIALIZED\ EXPERIENCE|BASIC\ REQUIREMENTS|MINIMUM\ (?:QUALIFICATIONS"
    r"|REQUIREMENTS)|PREFERRED\ QUALIFICATIONS|CONDITIONS\ OF\ EMPLOYMENT"
)
BARE_HEADINGS = re.compile(
    rf"(?:(?<=[.!?)”]\ )|(?<=[.!?)”])|^)(?:{_BARE})(?=\ +(?:•|[A-Z0-9]))(?!\ (?:and|&|or)\b)", re.VERBOSE
)

# The words that letter-spaced headings are made of.
HEADING_WORDS_WORDS = (
    "about us the job role position company team summary overview description duties responsibilities requirements "
    "qualifications skills experience education benefits compensation salary required preferred essential desirable "
    "minimum basic key core what we offer you do need bring how to apply who are our your mission values and of for "
    "equal opportunity employer person specification conditions employment contact location schedule knowledge "
    "abilities certifications licenses physical demands working environment"
)
HEADING_WORDS = frozenset(HEADING_WORDS_WORDS.split())
