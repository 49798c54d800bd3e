"""Sentence cues: what a line speaks of when no heading says so. Each cue votes for one role with a weight."""

import re
from collections import defaultdict
from dataclasses import dataclass

from applykit.posting.model import Role


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that speaks for a role; `weight` 3 is nearly sure, 1 a hint. Every match of a paragraph counts."""

    role: Role
    weight: float
    pattern: re.Pattern[str]


def cue(role: Role, weight: float, pattern: str) -> Cue:
    return Cue(role, weight, re.compile(pattern, re.IGNORECASE))


VERBS = (
    "administer|advise|advocate|analy[sz]e|answer|apply|arrange|assess|assign|assist|assure|attend|audit|build"
    "|calculate|call|care|"
    "carry out|clean|coach|collaborate|collect|communicate|compile|complete|comply|conduct|consult|contribute"
    "|control|coordinate|"
    "co-ordinate|counsel|create|define|deliver|demonstrate|design|determine|develop|direct|dispense|document|drive"
    "|educate|"
    "enforce|engage|ensure|enter|escalate|establish|evaluate|execute|facilitate|file|fill|follow|fulfil|generate"
    "|greet|guide|"
    "cook|drive|bake|plant|mow|move|lift|paint|weld|pack|sweep|wash|seat|count|label|scan|call|handle|help"
    "|identify|implement|improve|initiate|inspect|install|instruct|interact|interpret|investigate|issue"
    "|lead|liaise|"
    "load|maintain|make|manage|market|measure|meet|mentor|model|monitor|negotiate|observe|operate|orchestrate"
    "|order|organi[sz]e|oversee|own|"
    "package|participate|partner|perform|pick|place|plan|prepare|present|process|produce|promote|propose|protect"
    "|provide|pull|"
    "purchase|receive|recommend|reconcile|record|recruit|reorder|repair|report|represent|research|resolve|respond"
    "|review|run|"
    "schedule|screen|secure|select|sell|serve|set up|ship|sort|stock|store|submit|supervise|supply|support|take"
    "|teach|test|"
    "track|train|transcribe|translate|transport|troubleshoot|uphold|update|upload|utili[sz]e|use|validate|verify"
    "|work|write"
)
START = r"(?:^|(?<=[.!?;:] )|(?<=• ))"

CUES = (
    # equal opportunity
    cue(
        Role.EQUAL_OPPORTUNITY,
        4,
        r"\bequal (?:employment )?opportunit|\bequal housing|affirmative action|\bEEOC?\b|\bE\.?O\.?E\.?\b",
    ),
    cue(
        Role.EQUAL_OPPORTUNITY,
        4,
        r"without regard to|regardless of (?:their |your )?(?:age|race|gender|sex|background|religion|disability"
        r"|colou?r)|(?:does|do|will|shall) not discriminate|discriminat(?:e|ion) (?:on the basis|against|based on"
        r"|and harassment)",
    ),
    cue(
        Role.EQUAL_OPPORTUNITY,
        3,
        r"reasonable accommodations?|protected veterans?|\bsexual orientation\b|gender identity|national origin"
        r"|arrest (?:and|or) conviction|fair chance|E-?Verify\b|applicants with disabilities|protected (?:status"
        r"|class|characteristic)",
    ),
    cue(
        Role.EQUAL_OPPORTUNITY,
        2,
        r"\bdivers(?:e|ity)\b.{0,60}\b(?:inclusi|equit|backgrounds|perspectives|belong)|inclusive (?:environment"
        r"|culture|workplace)|unsolicited resum|recruitment agenc|does not accept.{0,40}\bagenc",
    ),
    # how to apply
    cue(
        Role.HOW_TO_APPLY,
        3,
        r"\bto apply\b|\bapply (?:now|today|online|directly|by|via|at|through|here)\b|(?:submit|send|e-?mail"
        r"|forward|fax|upload) (?:us |in )?(?:your|a|an|the)\b.{0,40}\b(?:resume|résumé|CV|curriculum|cover letter"
        r"|application|portfolio|transcript)",
    ),
    cue(
        Role.HOW_TO_APPLY,
        2,
        r"cover letter|closing date|\bwe thank (?:all|everyone)|application (?:window|deadline|period)"
        r"|only (?:those|short-?listed|selected"
        r"|qualified) .{0,40}(?:contacted|interview)|we look forward to (?:hearing|receiving|reviewing|meeting)"
        r"|no (?:phone )?calls|workday account|current employees? .{0,40}apply|click (?:here|the|on)"
        r"|applications? (?:will|must|are|received)",
    ),
    # offer
    cue(
        Role.OFFER,
        3,
        r"\bwe(?:'ll|’ll| will| can| also)? (?:offer|provide)s?\b(?!.{0,30}\b(?:services?|solutions|care|products"
        r"|software|support to|clients|customers)\b)|(?:benefits?|compensation|rewards|pay) (?:package|program"
        r"|plan)s?\b|\b401 ?\(?k\)?|\bpaid (?:time off|vacation|holidays?|leave|parental|sick|training)|\bPTO\b"
        r"|tuition (?:reimbursement|assistance)",
    ),
    cue(
        Role.OFFER,
        2,
        r"\b(?:medical|dental|vision|health|life|disability)(?:,| and| &| insurance)\s*(?:dental|vision|life"
        r"|insurance|disability|care|benefits|coverage)|competitive (?:salary|pay|compensation|wage|base|rate"
        r"|benefits)|\bstock options?|\bequity\b(?! and| in)|\bperks?\b|employee discounts?"
        r"|flexible (?:work(?:ing)? )?(?:hours|schedul|spending)|bonus(?:es)?\b|retirement plan|pension"
        r"|wellness program|free (?:lunch|snacks|coffee|drinks|parking|food|meals|gym)|catered|annual leave"
        r"|holiday allowance|signing bonus|salary (?:range|is|of|:|starting|depend|commensurate|between)|pay range"
        r"|base (?:pay|salary)|per (?:hour|annum)\b.{0,30}(?:depend|experience|commensurate)|commensurate with",
    ),
    cue(
        Role.OFFER,
        2,
        r"opportunit(?:y|ies) (?:to|for) (?:grow|learn|advance|career|professional|develop|work with|join|be part"
        r"|travel|make)|career (?:growth|advancement|progression|development|path)|you(?:'ll|’ll| will) (?:get"
        r"|receive|enjoy|be eligible|gain|benefit|earn|join|have (?:the|an) (?:opportunity|chance))|in return"
        r"|great (?:team|culture|place|work)|fun (?:work|team|environment|office|culture)|work.life balance"
        r"|on-the-job training|\$\d[\d,.]*k? ?(?:-|–|to|per|an?\b|/)|£\d|€\d|eligible for (?:a |an )?(?:bonus"
        r"|benefit|our)",
    ),
    # employer
    cue(
        Role.EMPLOYER,
        2,
        r"\b(?:founded|established|headquartered) (?:in|by)\b|\b(?:is|are) (?:a|an|the|one of the"
        r"|proud to be)\b.{0,60}\b(?:leading|leader|largest|fastest|premier|provider|award|company|firm|agency"
        r"|organi[sz]ation|start-?up|team of|network|non-?profit|not-for-profit|manufacturer|platform|system)\b"
        r"|our (?:mission|vision|clients|customers|products|company|team|people|culture|story|investors|platform"
        r"|technology|values|purpose|communities|patients|members|residents)\b",
    ),
    cue(
        Role.EMPLOYER,
        1.5,
        r"\bwe(?:'re|’re| are) (?:a|an|the|on a mission|passionate|proud|committed|dedicated|one|growing|building"
        r"|backed|based|dedicated|more than|not)\b|\bwe (?:believe|help|serve|work|build|create|have (?:been|over"
        r"|more|offices)|make|strive|love|care|develop|design|deliver|know|specialize|bring|combine|understand"
        r"|operate|approach)\b|our (?:work|goal|commitment|success|growth|unique|innovative|global)|(?:more than"
        r"|over|nearly) [\d,.]+\+? (?:million |billion )?(?:employees|customers|people|patients|clients|countries"
        r"|locations|offices|team|users|members|years)|(?:venture|seed|series [A-D])\b.{0,20}\b(?:backed|funding"
        r"|funded|round)|voted|ranked|recognized (?:as|by|for)|world(?:'s|’s)|Fortune \d|nationally ranked"
        r"|in business|since (?:19|20)\d\d",
    ),
    # conditions
    cue(
        Role.CONDITIONS,
        2,
        r"\b(?:lift|carry|push|pull)(?:ing)?\b.{0,50}\b(?:lbs?|pounds|kg|kilos)\b|(?:stand|walk|sit|bend|stoop"
        r"|kneel|climb|crouch|reach)(?:ing)?\b.{0,40}\b(?:long|extended|prolonged|periods|hours|stoop|kneel|walk"
        r"|bend|stand|sit|reach)|physical (?:demands|requirements|effort|activity)|work (?:environment|conditions)"
        r"|exposed to|exposure to|noise level|repetitive",
    ),
    cue(
        Role.CONDITIONS,
        1.5,
        r"^(?:shift|schedule|hours|work schedule|days|status|job type|employment type|flsa|department|location"
        r"|reports to|position type|duration|start date|work location|weekly hours|fte|grade|pay frequency"
        r"|union)\b[^.]{0,20}:|^(?:employment type|primary location|department name|weekly scheduled hours"
        r"|scheduled weekly hours|hours of work|days worked|weekend frequency|work shift|shift) \S"
        r"|\b(?:background check|drug (?:screen|test)|drug-free|security clearance|probationary period|suitability"
        r"|selective service)\b|\b(?:monday|mon)\b.{0,20}\b(?:friday|fri|saturday|sunday)\b"
        r"|\d{1,2}(?::\d\d)? ?(?:a\.?m|p\.?m)\b|every other weekend|travel (?:up to|required|is|may)|tour of duty"
        r"|permanent change of station|relocation expenses|promotion potential",
    ),
    # required
    cue(
        Role.REQUIRED,
        2,
        r"\b\d+\+?(?: ?(?:-|–|to|or) ?\d+)?\+? (?:or more )?(?:years?|yrs"
        r"|months)['’]?(?: of)?\b.{0,60}\b(?:experience|exp|working|practice|training)|(?:experience|experienced"
        r"|proficien\w+|familiar(?:ity)?|knowledge|knowledgeable|understanding|expertise|skilled|fluen\w+|degree"
        r"|certification|background|track record|mastery|command|aptitude) (?:in|with|of|using|on|at|and|as"
        r"|working|required)\b",
    ),
    cue(
        Role.REQUIRED,
        2,
        r"\b(?:must|should|need to|required to|able to|you have|you are|you're|you’re|you bring|you possess"
        r"|you know|we expect|we require)\b|\bmust[- ](?:have|be|possess|hold|pass)|\b(?:is|are) (?:required"
        r"|mandatory|essential|a must|necessary|needed)\b|\brequired\b|\bability to\b|\babilit(?:y|ies)\b"
        r"|\bhigh school (?:diploma|graduate)|\bGED\b|(?:bachelor|master|associate)['’]?s?\b|\bBA/?BS\b|\bdegree\b"
        r"|\blicen[sc]ed?\b|\bcertifi(?:ed|cation)\b|to qualify|specialized experience|at least one year",
    ),
    cue(
        Role.REQUIRED,
        1.5,
        START + r"(?:strong|excellent|good|great|solid|proven|exceptional|outstanding|effective|superior|demonstrated"
        r"|advanced|basic|working knowledge|minimum|previous|prior|extensive|highly|self[- ](?:motivated|starter)"
        r"|motivated|detail[- ]oriented|team player|passion(?:ate)?|hands[- ]on|willing(?:ness)?|comfortable"
        r"|confident|energetic|positive|professional|native|expert|a passion|an eye|creative|knowledge of"
        r"|experience)\b|(?:communication|interpersonal|organi[sz]ational|writing|verbal|computer"
        r"|problem[- ]solving|leadership|analytical|time[- ]management|people|presentation) skills",
    ),
    cue(
        Role.REQUIRED,
        2,
        r"(?:we(?:'re|’re| are)|is|are) (?:looking|searching|hunting) for\b(?!.{0,40}\b(?:to join|to help"
        r"|who will)\b)|ideal candidate|successful (?:candidate|applicant)",
    ),
    # preferred
    cue(
        Role.PREFERRED,
        2.5,
        r"\b(?:is|are|highly|strongly) (?:preferred|desired|desirable)\b|\bpreferred\b|\ba (?:big |huge |definite "
        r"|strong )?(?:plus|bonus)\b|nice to have|\bdesirable\b|\ban? (?:asset|advantage)\b|would be (?:great|nice"
        r"|helpful|a plus|an)|\bbonus points\b|\bideally\b|\bpreferably\b|\badvantageous\b",
    ),
    # duties
    cue(Role.DUTIES, 1.6, START + rf"(?:{VERBS})(?:s|es|ing|ies)?\b(?! (?:experience|knowledge|skills))"),
    cue(
        Role.DUTIES,
        2,
        r"\byou(?:'ll|’ll| will)(?: also)?(?: be)? (?!need|have|receive|get|enjoy|be (?:eligible|part)|bring"
        r"|possess)\w+|responsible for|responsibilities|the (?:\w+ ){1,4}(?:will|is responsible|performs|provides"
        r"|assists|works|serves|must ensure)\b|\bduties\b|(?:this|the) (?:position|role|job)(?: will"
        r"| is responsible| requires you to| provides| involves| performs| reports)|in this (?:role|position)"
        r"|as (?:a|an|our)\b.{0,40}\byou(?:'ll|’ll| will)|serves as|will (?:be responsible|work|report|assist"
        r"|perform|support|lead|manage)|works? (?:under|closely|with)|under the (?:direct|general|supervision"
        r"|direction|guidance)",
    ),
    # summary
    cue(
        Role.SUMMARY,
        2,
        r"\b(?:is|are) (?:currently |now |actively )?(?:seeking|hiring|recruiting|looking for)\b.{0,80}"
        r"|\bseeking (?:a|an|experienced|qualified|motivated)\b|we have an? (?:immediate |exciting |current "
        r"|great )?(?:opening|opportunity|need|vacancy)|(?:join (?:our|the|us)|to join)\b|exciting opportunity"
        r"|has an? (?:opening|opportunity|wonderful)|this is an? (?:\w+[- ]){0,3}(?:position|role|opportunity"
        r"|internship)|looking for an? ",
    ),
)


def score_roles(text: str) -> dict[Role, float]:
    """Votes for each role from all cues in the text, every match counted."""
    votes: dict[Role, float] = defaultdict(float)
    for entry in CUES:
        found = sum(1 for _ in entry.pattern.finditer(text))
        if found:
            votes[entry.role] += entry.weight * found
    return dict(votes)
