"""Where lines begin and end: typesetting undone, and breaks put back where they were lost."""

import re
from functools import partial

from applykit.posting.camel import is_name_with_capitals
from applykit.posting.markup import HEADING_MARK
from applykit.posting.regions import STATES
from applykit.posting.wording import BARE_HEADINGS, COLON_HEADINGS, HEADING_WORDS

LETTER_SPACED = re.compile(r"(?<!\S)[A-Z&](?:[ \u00a0]{1,3}[A-Z&]){3,}(?:[ \u00a0]{0,3}:)?(?!\S)")
LONGEST_RUN = 60  # letters that are looked through for words
WORD_GAP = re.compile(r"[ \u00a0]{2,}")
HYPHENATED = re.compile(r"(?<![a-z])(?P<first>[a-z]{2,30})-[ ]{0,9}\n[ ]{0,9}(?P<second>[a-z]{2,30})(?![a-z])")
# First parts of compounds that keep their hyphen when a line ends behind it.
KEEPS_HYPHEN_WORDS = (
    "self long short full part high low well on off co non multi cross in out up down follow detail team time goal "
    "results hands fast post pre semi sub mid entry on-the decision problem patient customer client service cost "
    "data evidence community home work one two three four six eight ten twelve year day hour bi real real-time over "
    "under face day-to day end back front check drive walk third first second state world best all anti inter"
)
KEEPS_HYPHEN = frozenset(KEEPS_HYPHEN_WORDS.split())
WRITTEN = re.compile(r"[a-z]{1,30}(?:-[a-z]{1,30})?")
WRAP_LONGEST = 120  # lines of typeset text are no longer than this
WRAP_SHORTEST = 40  # a line shorter than this did not end because it was full
ENDS_SENTENCE = (".", "!", "?", ":", ";")

# "…skillsStrong", "…etc.).Experience", "CSS3Knowledge", "SQLExperience"; the break goes between the groups.
GLUED_WORDS = re.compile(r"(?<![\w.@/#-])(?P<word>[\w'’&+#/-]{0,80}[a-z0-9][A-Z][\w'’-]{0,80})")
GLUE = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{2,}|[A-Z][a-z]$|[A-Z]{3,}(?![a-z]))|(?<=[a-z])(?=[A-Z](?:[ ,]|$))")
GLUED_DIGIT = re.compile(r"(?<=[A-Za-z][0-9])(?=[A-Z][a-z]{3,})|(?<=[0-9]{4})(?=[A-Z][a-z]{3,})")
ADDRESS_END = r"(?![\w.-]{0,80}\.(?:com|org|net|edu|gov|io|co|ca|uk|us)\b)"
GLUED_SENTENCE = re.compile(
    rf"(?<=[a-z0-9)%\]][.!?;:…])(?=[A-Z][a-z]){ADDRESS_END}|(?<=\w\))(?=[A-Z][a-z]{{2,}})"
    rf"|(?<=[a-z]{{3}}[.!?:])(?=[A-Z][A-Z]|[A-Z] ){ADDRESS_END}|(?<=[A-Z]{{2}}!)(?=[A-Z][a-z])"
)
# A label in capitals, in running text or glued to the word before it: "…ManagerLOCATION: Niagara Falls".
CAPITAL_LABEL = re.compile(
    r"(?:(?<=[a-z0-9.)])|(?<=[a-z0-9.)] ))(?=[A-Z][A-Z &/]{4})"
    r"(?=(?:[A-Z]{2,30}[ &/]{1,3}){0,5}[A-Z]{2,30}(?: ?\([^()]{1,30}\))? ?:)"
)
# "…, NYKettle is growing", "…, CACONTACT: …": a state's code runs into the next word.
GLUED_STATE = re.compile(rf"(?<=, )(?P<state>{'|'.join(STATES)})(?=[A-Z][a-z]{{2}}|[A-Z]{{4,}}\b)")
# A heading's word glued to the sentence after it: "ResponsibilitiesSecurity researchers will …".
GLUED_HEADING = re.compile(
    r"(?:^|(?<=[.!?)] ))(?P<words>(?:[A-Z][a-z]{1,20} (?:and |& )?){0,3}(?:Responsibilities|Requirements|Qualifications"
    r"|Duties|Benefits|"
    r"Skills|Experience|Education|Description|Summary|Functions|Overview|Perks|Compensation|Role|Us|You|Do"
    r"|Offer))(?=[A-Z][a-z])",
    re.MULTILINE,
)
FIRST_WORDS = (
    "Ability|Able|Advanced|Applies|Assist|Assists|Bachelor|Basic|Competent|Completion|Comfortable|Degree|Demonstrated|"
    "Develop|Develops|Effective|Ensure|Ensures|Excellent|Exceptional|Experience|Experienced|Expert|Expertise|Extensive|"
    "Familiar|Familiarity|Good|Great|Hands|Highly|Knowledge|Maintain|Maintains|Manage|Manages|Minimum|Must|Outstanding|"
    "Perform|Performs|Preferred|Prior|Previous|Proficiency|Proficient|Proven|Provide|Provides|Qualifications|Required|"
    "Requirements|Responsible|Responsibilities|Self|Skills|Solid|Strong|Superior|Understanding|Willing|Willingness"
    "|Work|"
    "Working|You"
)
GLUED_ACRONYM = re.compile(rf"(?<=[A-Z]{{2}})(?=(?:{FIRST_WORDS})(?![a-z]))")
GLUED_MODE = 2  # from this many sure places on, the tags between words were stripped everywhere

RUNNING_BULLET = re.compile(r"(?<=\S)[ ]+(?:[•·●▪■◦‣]|\*(?=[ ]+[A-Z]))[ ]*(?=\S)")
RUNNING_STAR = re.compile(r"(?<=\S)[ ]+\*[ ]+(?=\S)|(?<=\w)\*[ ]+(?=[A-Z])")
RUNNING_DASH = re.compile(r"(?<=[.;:!?a-z)])[ ]+[-–—][ ]+(?=[A-Z])")
GLUED_STAR = re.compile(r"(?<=[:.!?\w)])\*[ ]+(?=[A-Z0-9])")
LONG_LINE = 300
FEW_DASHES = 3


def join_letter_spaced(text: str) -> str:
    """Words set with a space after each letter become words: "S K I L L S"."""
    return LETTER_SPACED.sub(lambda found: join_letters(found[0]), text)


def join_letters(run: str) -> str:
    """The run's letters as words: by its wider gaps, or by the words that headings are made of."""
    parts = ["".join(part.split()) for part in WORD_GAP.split(run.replace("\u00a0", " "))]
    if len(parts) == 1 and len(parts[0]) <= LONGEST_RUN:
        parts = parse_words(parts[0].rstrip(":"), HEADING_WORDS) or parts
    joined = " ".join(part for part in parts if part)
    return f"{joined}:" if run.endswith(":") and not joined.endswith(":") else joined


def parse_words(letters: str, words: frozenset[str]) -> list[str] | None:
    """The letters split into known words, longest first words preferred, or None."""
    if not letters:
        return []
    for length in range(len(letters), 0, -1):
        if letters[:length].casefold() in words:
            rest = parse_words(letters[length:], words)
            if rest is not None:
                return [letters[:length], *rest]
    return None


def join_hyphenated(text: str) -> str:
    """Words divided over a line end are joined; a compound keeps its hyphen."""
    if not HYPHENATED.search(text):
        return text
    return HYPHENATED.sub(partial(join_halves, words=frozenset(WRITTEN.findall(text.casefold()))), text)


def join_halves(found: re.Match[str], *, words: frozenset[str]) -> str:
    """One divided word: as the text writes it elsewhere, else with a hyphen only behind a usual first part."""
    first, second = found["first"], found["second"]
    joined, compound = first + second, f"{first}-{second}"
    keeps = compound in words or (first in KEEPS_HYPHEN and joined not in words)
    return compound if keeps else joined


def join_wrapped_lines(text: str) -> str:
    """Sentences that typesetting broke over lines become one line each, where the text is typeset so."""
    lines = text.split("\n")
    if max(map(len, lines)) > WRAP_LONGEST:
        return text
    joined = [lines[0]]
    for line in lines[1:]:
        if continues(joined[-1].rsplit("\x1f", 1)[-1], line):
            joined[-1] += f"\x1f{line.lstrip()}"
        else:
            joined.append(line)
    return "\n".join(joined).replace("\x1f", " ")


def continues(line: str, following: str) -> bool:
    """Whether the next line goes on with the sentence: this line is full and ends open, the next begins small."""
    full = len(line) >= WRAP_SHORTEST and not line.rstrip().endswith(ENDS_SENTENCE)
    return full and following.lstrip()[:1].islower() and HEADING_MARK not in line + following


def split_glued_words(text: str) -> str:
    """Put a line break back where a stripped tag glued two words or sentences together."""
    text = GLUED_STATE.sub("\\g<state>\n", GLUED_SENTENCE.sub("\n", text))
    text = CAPITAL_LABEL.sub("\n", text)
    text = GLUED_HEADING.sub(lambda found: f"{HEADING_MARK}{found['words']}\n", text)
    certain = sum(surely_glued(found["word"]) for found in GLUED_WORDS.finditer(text))
    everywhere = certain >= GLUED_MODE
    if everywhere:
        text = GLUED_ACRONYM.sub("\n", GLUED_DIGIT.sub("\n", text))
    return GLUED_WORDS.sub(lambda found: split_word(found["word"], everywhere=everywhere), text)


def surely_glued(word: str) -> bool:
    """Whether a small word of some length runs into a capital one, as no name does: "hireBolingbrook"."""
    return bool(re.search(r"(?:^|[^A-Za-z])[a-z]{4,}[A-Z][a-z]{2,}", word)) and not is_name_with_capitals(word)


def split_word(word: str, *, everywhere: bool) -> str:
    """The word with breaks at its glue; names written with inner capitals stay whole."""
    if is_name_with_capitals(word) or not (everywhere or surely_glued(word)):
        return word
    parts = GLUE.split(word)
    kept = parts[:1]
    for part in parts[1:]:
        # "JavaScriptExperience": the name stays, the break comes behind it.
        if is_name_with_capitals(kept[-1] + part):
            kept[-1] += part
        else:
            kept.append(part)
    return "\n".join(kept)


def break_at_bullets(text: str) -> str:
    """Give every bullet its own line when bullets stand in running text."""
    return "\n".join(break_line(line) for line in GLUED_STAR.sub("\n• ", text).split("\n"))


def break_line(line: str) -> str:
    """One line broken at its inner bullets, or at its dashes where they must be bullets."""
    line = RUNNING_BULLET.sub("\n• ", line)
    if len(line) > LONG_LINE and len(RUNNING_DASH.findall(line)) >= FEW_DASHES:
        line = RUNNING_DASH.sub("\n• ", line)
    return line


def break_at_inline_headings(text: str) -> str:
    """Give headings inside running text their own line: known ones, at the head of a sentence."""
    text = COLON_HEADINGS.sub(lambda found: f"\n{HEADING_MARK}{found[0].strip()}\n", text)
    return "\n".join(break_bare(line) if len(line) > LONG_LINE else line for line in text.split("\n"))


def break_bare(line: str) -> str:
    """A long line broken around headings that stand in it without a colon."""
    return BARE_HEADINGS.sub(lambda found: f"\n{HEADING_MARK}{found[0].strip()}\n", line)
