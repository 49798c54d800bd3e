"""Judging what was found: one small function a topic, each giving what to mend, what to know, what is good."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from applykit.documents.check.model import Contact, Facts, Finding, Weight

MEND, NOTE, FINE = Weight.MEND, Weight.NOTE, Weight.FINE
# Fonts that come with Word or that programs read everywhere, and their metric-compatible twins.
USUAL_FONTS = frozenset(
    (
        *("arial", "arialmt", "calibri", "cambria", "garamond", "georgia", "helvetica", "helveticaneue", "verdana"),
        *("times", "times new roman", "timesnewroman", "timesnewromanps", "tahoma", "trebuchet ms", "book antiqua"),
        *("century gothic", "aptos", "segoe ui", "carlito", "caladea", "gelasio", "liberation sans", "liberationsans"),
        *("liberation serif", "liberationserif", "lato", "open sans", "opensans", "roboto", "noto sans"),
        *("source sans 3", "sourcesans3", "source sans pro", "sourcesanspro"),
    )
)
SMALL = 9.5
WORDS = {"resume": (150, 1_100), "letter": (100, 450)}
FOR_THE_PERSON = frozenset(("checklist", "sheet"))  # never sent, so that programs need not read it
PAGES = {"resume": 2, "letter": 1}
ORDER = 0.9  # the share of words in their place below which two readers tell different stories
NEAR = 20  # of the words that a text has only once: some three lines of a resume
LOST = 0.1  # the share of letters that a reader may miss: signs of bullets, fields
LISTED = 3
LATE = 0.7  # of the text: what comes later is not at its beginning for any program


@dataclass(frozen=True, slots=True)
class Looked:
    """What the judges look at."""

    kind: str
    facts: Facts
    contact: Contact
    sections: tuple[tuple[str, str], ...]
    dates: tuple[tuple[str, str], ...]  # (way of writing, words)
    words: int

    def place_of(self, words: str) -> float:
        """Where in the text these words stand, from 0 at its beginning to 1 at its end."""
        text = self.facts.text.replace("\u00a0", " ")
        return max(text.find(words), 0) / max(len(text), 1)


Judge = Callable[[Looked], Iterator[Finding]]


def quoted(texts: tuple[str, ...]) -> str:
    """The first few texts, each cut to a few words."""
    shown = [repr(text if len(text) <= 40 else f"{text[:39]}…") for text in texts[:LISTED]]
    return ", ".join(shown) + (f" and {len(texts) - LISTED} more" if len(texts) > LISTED else "")


def count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def judge_text(looked: Looked) -> Iterator[Finding]:
    """There is text, and not only a picture of it."""
    if looked.words < 20:
        remedy = "Save it from Word as PDF with text, not as a scan or a picture."
        yield Finding(MEND, "text", f"A program finds {count(looked.words, 'word')} in it.", remedy)
    if looked.facts.unreadable:
        remedy = "Save it anew from Word, or turn ligatures off: fi, fl and ff are often lost."
        words = quoted(tuple(dict.fromkeys(looked.facts.unreadable)))
        yield Finding(MEND, "text", f"Programs cannot read some of its letters: {words}.", remedy)


def judge_readers(looked: Looked) -> Iterator[Finding]:
    """Two ways of reading give the same words in the same order."""
    first, second = (
        " ".join(lines).replace("\u00a0", " ").casefold().split() for lines in (looked.facts.lines, looked.facts.second)
    )
    lost = sum((Counter("".join(first)) - Counter("".join(second))).values()) / max(len("".join(first)), 1)
    in_place = share_in_place(first, second)
    if lost >= LOST:
        remedy = "Move the text out of text boxes, content controls and headers."
        yield Finding(MEND, "reading order", f"Another reader misses {lost:.0%} of the text.", remedy)
    elif in_place < ORDER:
        message = f"Programs that read the page from top to bottom find {1 - in_place:.0%} of the words elsewhere."
        remedy = "Use one column without text boxes, so that every program reads it in the same order."
        yield Finding(MEND, "reading order", message, remedy)
    else:
        yield Finding(FINE, "reading order", "Two readers find the same text in the same order.")


def share_in_place(first: Sequence[str], second: Sequence[str]) -> float:
    """The share of words that stand within a few lines of the same place in both readings.

    Looked at are the words that each reading has once. Dates at the right that come a line later are no fault.
    """
    counts = Counter(first), Counter(second)
    once = {word for word, number in counts[0].items() if number == 1 and counts[1][word] == 1}
    ranks = {word: rank for rank, word in enumerate(word for word in second if word in once)}
    there = [abs(ranks[word] - rank) <= NEAR for rank, word in enumerate(word for word in first if word in once)]
    return sum(there) / len(there) if there else 1.0


def judge_contact(looked: Looked) -> Iterator[Finding]:
    """E-mail and phone are in the body."""
    if looked.kind not in ("resume", "letter"):
        return
    outside = " ".join(looked.facts.outside + looked.facts.boxed)
    for name, value in (("e-mail address", looked.contact.email), ("phone number", looked.contact.phone)):
        if value and looked.place_of(value) > LATE:
            remedy = "Write it into the first lines, where programs look for it."
            yield Finding(NOTE, "contact", f"The {name} {value} is read only near the end.", remedy)
        elif value:
            yield Finding(FINE, "contact", f"The {name} {value} is found in the body.")
        elif "@" in outside and name == "e-mail address":
            remedy = "Write it into the first lines of the body; headers and text boxes are often not read."
            yield Finding(MEND, "contact", f"The {name} stands outside of the body.", remedy)
        else:
            weight = MEND if name == "e-mail address" else NOTE
            yield Finding(weight, "contact", f"No {name} is found.", "Write it into the first lines.")


def judge_headings(looked: Looked) -> Iterator[Finding]:
    """Headings are ones that programs know."""
    if looked.kind != "resume":
        return
    known = {section for _heading, section in looked.sections if section}
    for wanted in ("experience", "education"):
        if wanted not in known:
            yield Finding(
                NOTE, "headings", f"No heading for {wanted} is found.", f"Call the section “{wanted.title()}”."
            )
    unknown = tuple(heading for heading, section in looked.sections if not section)
    if unknown:
        remedy = "Programs file text under headings such as Experience, Education, Skills."
        yield Finding(NOTE, "headings", f"Headings that programs may not know: {quoted(unknown)}.", remedy)
    elif known:
        names = ", ".join(dict.fromkeys(heading for heading, _section in looked.sections))
        yield Finding(FINE, "headings", f"Usual headings are found: {names}.")
    if looked.facts.format == "docx" and known and not looked.facts.headings:
        remedy = "Set them in Word's heading styles."
        yield Finding(NOTE, "headings", "Headings are only formatted to look like headings.", remedy)


def judge_levels(looked: Looked) -> Iterator[Finding]:
    """Heading levels follow each other."""
    levels = [level for level, _text in looked.facts.headings] if looked.facts.format == "docx" else []
    if any(later > earlier + 1 for earlier, later in zip([0, *levels], levels, strict=False)):
        yield Finding(NOTE, "headings", "A heading level is left out.", "Go from Heading 1 to Heading 2, not further.")


def judge_dates(looked: Looked) -> Iterator[Finding]:
    """Dates are found and written in one way."""
    if looked.kind != "resume":
        return
    ways = Counter(way for way, _words in looked.dates if way != "YYYY")
    if not looked.dates:
        yield Finding(NOTE, "dates", "No dates are found.", "Write months and years beside each job.")
    elif len(ways) > 1:
        ordered = ", ".join(name for name, _count in sorted(ways.items(), key=lambda item: (-item[1], item[0])))
        yield Finding(NOTE, "dates", f"Dates are written in {len(ways)} ways: {ordered}.", "Use one way throughout.")
    else:
        yield Finding(FINE, "dates", f"{len(looked.dates)} dates are found, written in one way.")


def judge_layout(looked: Looked) -> Iterator[Finding]:
    """Tables, columns, text boxes, pictures: what programs read in odd order or not at all."""
    facts, flowing = looked.facts, looked.kind not in FOR_THE_PERSON
    if facts.columns > 1 and flowing:
        yield Finding(MEND, "columns", f"The text stands in {facts.columns} columns.", "Use a single column.")
    if facts.boxed:
        remedy = "Move their text into the body."
        yield Finding(MEND, "text boxes", f"Text boxes hold {quoted(facts.boxed)}.", remedy)
    if facts.tables and flowing:
        remedy = "Use paragraphs with tab stops; cells are often read in the wrong order."
        yield Finding(MEND, "tables", f"The layout uses {count(facts.tables, 'table')}.", remedy)
    if facts.images:
        remedy = "Programs skip pictures: what they say must stand in the text, too."
        yield Finding(NOTE, "pictures", f"It holds {count(facts.images, 'picture')}.", remedy)
    if facts.images_without_text:
        remedy = "Give each a description, or mark it as decoration."
        yield Finding(NOTE, "pictures", f"{count(facts.images_without_text, 'picture')} without a description.", remedy)
    if facts.tables and facts.row_splits and looked.kind in FOR_THE_PERSON:
        yield Finding(NOTE, "tables", f"{facts.row_splits} rows may be split over pages.", "Turn that off for rows.")
    if not (facts.columns > 1 or facts.boxed or facts.tables or facts.images):
        yield Finding(FINE, "layout", "One column, no tables, text boxes or pictures.")


def judge_outside(looked: Looked) -> Iterator[Finding]:
    """Headers and footers repeat what the body says, and hide nothing."""
    if looked.kind in FOR_THE_PERSON:
        return
    body = "".join(looked.facts.text.casefold().split())
    hidden = tuple(
        text
        for text in looked.facts.outside
        if len(text) > 3
        and not all(word.casefold() in body or word.isdigit() or word == "Page" for word in text.split())
    )
    if hidden:
        remedy = "Repeat it in the body; many programs never read headers and footers."
        yield Finding(NOTE, "headers", f"Only in a header or footer: {quoted(hidden)}.", remedy)


def judge_type(looked: Looked) -> Iterator[Finding]:
    """Fonts and sizes."""
    total = sum(count for _name, count in looked.facts.fonts) or 1
    at_hand = USUAL_FONTS | {name.casefold() for name in looked.facts.embedded}
    odd = tuple(name for name, count in looked.facts.fonts if name.casefold() not in at_hand and count > 0.05 * total)
    if odd:
        remedy = "Use Calibri, Arial, Cambria, Georgia or Times New Roman."
        yield Finding(NOTE, "fonts", f"Fonts that not every computer has: {', '.join(odd[:LISTED])}.", remedy)
    small = sum(count for size, count in looked.facts.sizes if size < SMALL)
    if small > 0.02 * total:
        yield Finding(
            NOTE, "size", f"{small / total:.0%} of the text is smaller than {SMALL:g} points.", "Use 10 to 12."
        )
    elif not odd:
        yield Finding(FINE, "fonts", "Fonts and sizes are usual and readable.")


def judge_length(looked: Looked) -> Iterator[Finding]:
    """Pages and words."""
    if looked.kind not in WORDS:
        return
    pages, most = looked.facts.pages, PAGES[looked.kind]
    least_words, most_words = WORDS[looked.kind]
    if pages and pages > most:
        yield Finding(NOTE, "length", f"It has {pages} pages.", f"A {looked.kind} has at most {most}.")
    if not least_words <= looked.words <= most_words:
        message = f"It has {looked.words} words; a {looked.kind} usually has {least_words} to {most_words}."
        yield Finding(
            NOTE, "length", message, "Say more." if looked.words < least_words else "Leave out what answers nothing."
        )
    elif not pages or pages <= most:
        yield Finding(FINE, "length", f"{looked.words} words.")


def judge_access(looked: Looked) -> Iterator[Finding]:
    """What screen readers need: language, title, tags."""
    if not looked.facts.language:
        yield Finding(
            NOTE, "language", "It does not say in which language it is.", "Set the proofing language in Word."
        )
    if not looked.facts.title:
        yield Finding(NOTE, "title", "It has no title.", "Set one under File, Info, Properties.")
    if looked.facts.tagged is False:
        yield Finding(NOTE, "tags", "The PDF is not tagged.", "Save it from Word with “Document structure tags”.")
    if looked.facts.language and looked.facts.title and looked.facts.tagged is not False:
        yield Finding(FINE, "access", f"Language ({looked.facts.language}) and title are set.")


def judge_secrets(looked: Looked) -> Iterator[Finding]:
    """Hidden text, tracked changes, comments, what is fetched from elsewhere, faults in the file."""
    facts = looked.facts
    if facts.hidden:
        remedy = "Delete it: programs show it to people, who take it for a trick."
        yield Finding(MEND, "hidden text", f"Text that nobody sees: {quoted(facts.hidden)}.", remedy)
    if facts.changes:
        yield Finding(MEND, "changes", f"It holds {count(facts.changes, 'tracked change')}.", "Accept them in Word.")
    if facts.comments:
        yield Finding(MEND, "comments", f"It holds {count(facts.comments, 'comment')}.", "Delete them in Word.")
    if facts.protected:
        yield Finding(NOTE, "protection", "It is protected against editing.", "Take the protection off.")
    if facts.remote:
        remedy = "Take it out, or turn it into plain text or a picture within the file."
        yield Finding(MEND, "remote parts", f"Opening it fetches or runs {quoted(facts.remote)}.", remedy)
    if facts.macros:
        yield Finding(MEND, "macros", "It holds macros, which mail filters stop.", "Save it as .docx, without macros.")
    for fault in facts.faults[:LISTED]:
        yield Finding(MEND, "file", f"Word may not open it: {fault}", "Open it in Word and save it again.")


JUDGES: tuple[Judge, ...] = (
    judge_text,
    judge_readers,
    judge_contact,
    judge_headings,
    judge_levels,
    judge_dates,
    judge_layout,
    judge_outside,
    judge_type,
    judge_length,
    judge_access,
    judge_secrets,
)
