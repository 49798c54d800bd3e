"""The skills of a resume: the person's groups in the posting's order, in its words where they name the same skill."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from applykit.lexicon import Lexicon
from applykit.lexicon.model import EntryKind, Skill
from applykit.matching.claims import Claim
from applykit.matching.facts import FactKind
from applykit.matching.model import Match, Status
from applykit.matching.statements import Strength
from applykit.requirements.model import Kind
from applykit.tailoring.grammar.nouns import upper_first
from applykit.tailoring.grammar.verbs import EITHER, Form, form_of
from applykit.tailoring.material import WEIGHTS, Material
from applykit.tailoring.model import ResumeSection, Sentence, SkillGroup, Source, SourceKind
from applykit.tailoring.names import spell, written_as
from applykit.tailoring.options import ResumeFormat
from applykit.tailoring.sentences import from_profile, one_line, profile_sources

MOST_ITEMS = 12
MOST_ADDED = 8
LISTED = (Kind.SKILL, Kind.TOOL)


@dataclass(frozen=True, slots=True)
class Item:
    """A skill as it will be printed, with its rank in the posting (small is early) and the ids it stands for."""

    sentence: Sentence
    rank: int
    number: int
    ids: frozenset[str]
    proven: bool = False


def skill_section(material: Material) -> ResumeSection | None:
    """The person's skill groups, ordered by what the posting asks first, then what the work itself shows."""
    named = named_groups(material)
    if not named:
        return None
    printed = tuple(SkillGroup(name, _printed(items)) for name, items in named)
    return ResumeSection("skills", material.phrases.label("section_skills"), (), printed)


@lru_cache(maxsize=4)
def named_groups(material: Material) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    """Groups with their items; the first is the one that answers the posting's first requirement."""
    groups = [_group(number, material) for number in range(len(material.profile.skills))]
    plain = [item for name, items in groups for item in items if not name]
    named = [(name, items) for name, items in groups if name]
    shown = frozenset(each for _, items in groups for item in items for each in item.ids)
    plain += _find_homes(named, _from_work(material, shown), material)
    if plain:
        # The only group needs no name: it stands under the section's.
        named.append((material.phrases.label("group_other") if named else "", plain))
    if material.options.format is ResumeFormat.CAREER_CHANGE:
        named += _transferable(material)
    last = material.phrases.label("group_other")
    ordered = sorted(named, key=lambda pair: (pair[0] == last, min(item.rank for item in pair[1])))
    return tuple((name, tuple(items)) for name, items in ordered)


def _find_homes(named: list[tuple[str, list[Item]]], added: Iterable[Item], material: Material) -> list[Item]:
    """Put tools that only the work shows into the group with tools of their field; all else is left.

    What else a group may hold is for the person to say.
    """
    lexicon, homeless = material.lexicon, []
    fields = [Counter(field_of(item, lexicon) for item in items) for _, items in named]
    for item in added:
        field = field_of(item, lexicon)
        best = max(range(len(named)), key=lambda n: fields[n][field], default=None)
        if best is not None and field and field[1] and fields[best][field]:
            named[best][1].append(item)
        else:
            homeless.append(item)
    return homeless


def field_of(item: Item, lexicon: Lexicon) -> tuple[str, bool] | None:
    """The field of work of the first entry that an item stands for, and whether it is a tool there."""
    entries = [lexicon.skills[key] for key in sorted(item.ids) if key in lexicon.skills]
    return (entries[0].field, entries[0].kind is EntryKind.TOOL) if entries else None


def listed_skills(material: Material) -> list[Item]:
    """All skills of all groups, by the weight of what asks for them, then in the posting's order."""
    items = [item for _, group in named_groups(material) for item in group if item.rank < len(material.report.matches)]
    weights = {n: WEIGHTS[match.requirement.level] for n, match in enumerate(material.report.matches)}
    return sorted(items, key=lambda item: (-weights[item.rank], item.rank, item.number))


def _printed(items: tuple[Item, ...]) -> tuple[Sentence, ...]:
    ordered = sorted(items, key=lambda item: (item.rank, item.number))[:MOST_ITEMS]
    seen: dict[str, Sentence] = {}
    for item in ordered:
        seen.setdefault(item.sentence.text.casefold(), item.sentence)
    return tuple(seen.values())


def _group(number: int, material: Material) -> tuple[str, list[Item]]:
    """One group of the profile: its name ("" where the name itself is the skill) and its items."""
    skill = material.profile.skills[number]
    if not skill.keywords:
        return "", [_item(skill.name, f"/skills/{number}/name", number, material)]
    items = [_item(word, f"/skills/{number}/keywords/{n}", n, material) for n, word in enumerate(skill.keywords)]
    return skill.name, items


def _item(text: str, pointer: str, number: int, material: Material) -> Item:
    ids = material.ids_at.get(pointer, frozenset())
    for rank, match in enumerate(material.report.matches):
        answers = any(e.pointer == pointer for e in match.evidence) and match.status is Status.MET
        if match.requirement.id in ids or answers:
            proven = match.requirement.id in ids and _shown_at_work(match.requirement.id, material)
            return Item(_in_its_words(text, pointer, match, material), rank, number, ids, proven)
    return Item(_spelled(text, pointer, ids, material), len(material.report.matches), number, ids)


def _spelled(text: str, pointer: str, ids: Iterable[str], material: Material) -> Sentence:
    """The person's words, with the lexicon's capitals for a name."""
    shown = spell(one_line(text), ids, material.lexicon)
    found = from_profile(shown, pointer)
    named = tuple(Source(SourceKind.LEXICON, key) for key in ids) if shown != one_line(text) else ()
    return Sentence(shown, (*found.sources, *named))


def _shown_at_work(identifier: str, material: Material) -> bool:
    """Whether a highlight claims the skill."""
    claims = material.claims.at_least(identifier, Strength.CLAIMED)
    return any(claim.fact.kind is FactKind.HIGHLIGHT for claim in claims)


def _in_its_words(text: str, pointer: str, match: Match, material: Material) -> Sentence:
    """The person's word, or the posting's where the lexicon says that both name the same skill."""
    claims = material.claims.at_least(match.requirement.id, Strength.CLAIMED)
    whole = [c for c in claims if c.fact.pointer == pointer and c.start == 0 and c.end == len(text)]
    asked = posting_name(match, text, material) if whole else None
    if asked is None or asked.casefold() == text.casefold():
        return _spelled(text, pointer, material.ids_at.get(pointer, frozenset()), material)
    return Sentence(asked, (*profile_sources(pointer), Source(SourceKind.LEXICON, match.requirement.id)))


def posting_name(match: Match, own: str, material: Material) -> str | None:
    """The posting's own term for a skill as the lexicon writes it, when it may stand for the person's words `own`.

    It must be a noun among the entry's terms, and no more special than what the person wrote: who served at a
    drive-thru did not serve at a pharmacy's. Only names of products and credentials may be longer ("Microsoft Excel").
    """
    entry = material.lexicon.skills[match.requirement.id]
    for mention in match.requirement.mentions:
        written = written_as(" ".join(mention.quote.split()), entry)
        fits = _is_full_name if match.requirement.kind is Kind.TOOL else _no_longer
        if written and name_is_noun(written) and fits(written, own):
            return written
    return None


def _is_full_name(term: str, own: str) -> bool:
    """Whether a product's name is the person's or an abbreviation of it, or puts a maker's name before it.

    "Microsoft Excel" is Excel; "QuickBooks Online" is another product than QuickBooks.
    """
    name, theirs = term.casefold(), own.casefold()
    return not name.startswith(f"{theirs} ")


def _no_longer(term: str, own: str) -> bool:
    """Whether a term has no more words than the person's; a single word cut from theirs is no better name."""
    words, theirs = (re.findall(r"\w+", text) for text in (term, own))
    return len(words) == len(theirs) or 1 < len(words) < len(theirs)


def name_is_noun(text: str) -> bool:
    """Whether a term can stand in a list of skills: it does not begin with a verb that has an object."""
    first, _, rest = text.partition(" ")
    found = form_of(first)
    if found is None or found[1] is Form.GERUND:
        return True
    if found[1] is not Form.BASE or found[0] not in EITHER:
        return False
    return not rest or rest.endswith(NOUN_ENDINGS)


def _from_work(material: Material, shown: frozenset[str]) -> Iterator[Item]:
    """Skills the posting asks for that a highlight claims in so many words, and no list of the person names yet."""
    listed = " ".join(fact.text for fact in material.claims.facts if fact.kind is FactKind.SKILL).casefold()
    found = 0
    for rank, match in enumerate(material.report.matches):
        key = match.requirement.id
        if (
            match.status is not Status.MET
            or match.requirement.kind not in LISTED
            or key in shown
            or found == MOST_ADDED
        ):
            continue
        for claim in material.claims.at_least(key, Strength.CLAIMED):
            name = posting_name(match, claim.words, material) or _noun_of(claim, material.lexicon.skills[key])
            if claim.fact.kind is FactKind.HIGHLIGHT and name_is_noun(name) and name.casefold() not in listed:
                sources = (*profile_sources(claim.fact.pointer), Source(SourceKind.LEXICON, key))
                yield Item(Sentence(upper_first(name), sources), rank, rank, frozenset((key,)), proven=True)
                found += 1
                break


def _noun_of(claim: Claim, entry: Skill) -> str:
    """The claimed words, or the entry's name where they are a verb at the head of a line, or may not be written."""
    verb = claim.start == 0 and " " not in claim.words and form_of(claim.words) is not None
    misspelled = claim.words.casefold() in {term.text.casefold() for term in entry.terms if term.match_only}
    return entry.name if verb or misspelled else claim.words


NOUN_ENDINGS = ("ing", "tion", "ment", "control", "service", "entry")  # "order picking", but "handle cash"
NEAR = ("related", "narrower", "broader")


def _transferable(material: Material) -> list[tuple[str, list[Item]]]:
    """For a change of career: the person's own words for skills that stand near what the posting asks for."""
    items: dict[str, Item] = {}
    for rank, match in enumerate(material.report.matches):
        for evidence in match.evidence if match.status is Status.PARTLY else ():
            for key in material.ids_at.get(evidence.pointer, ()) if evidence.how in NEAR else ():
                entry = material.lexicon.skills.get(key)
                for claim in material.claims.by_id[key]:
                    fits = claim.fact.pointer == evidence.pointer and entry and entry.name == evidence.note
                    if fits and claim.fact.kind is FactKind.HIGHLIGHT and name_is_noun(claim.words):
                        text = upper_first(one_line(claim.words))
                        item = Item(from_profile(text, evidence.pointer), rank, rank, frozenset((key,)), proven=True)
                        items.setdefault(text.casefold(), item)
    return [(material.phrases.label("group_transferable"), list(items.values()))] if items else []
