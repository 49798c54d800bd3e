"""The skills of a resume: the person's groups in the posting's order, in its words where they name the same skill."""

from collections.abc import Iterator
from dataclasses import dataclass

from applykit.matching.facts import FactKind
from applykit.matching.model import Match, Status
from applykit.matching.statements import Strength
from applykit.requirements.model import Kind
from applykit.tailoring.grammar.nouns import upper_first
from applykit.tailoring.material import Material
from applykit.tailoring.model import ResumeSection, Sentence, SkillGroup, Source, SourceKind
from applykit.tailoring.sentences import from_profile, profile_sources

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


def skill_section(material: Material) -> ResumeSection | None:
    """The person's skill groups, ordered by what the posting asks first, then what the work itself shows."""
    groups = [group for group in (_group(n, material) for n in range(len(material.profile.skills))) if group]
    plain = [item for group in groups for item in group[1] if not group[0]]
    named = [(name, items) for name, items in groups if name]
    if plain:
        named.append((material.phrases.label("group_skills"), plain))
    shown = frozenset(each for _, items in named for item in items for each in item.ids)
    added = list(_from_work(material, shown))
    if added:
        named.append((material.phrases.label("group_other"), added))
    named.sort(key=lambda pair: min(item.rank for item in pair[1]))
    if not named:
        return None
    printed = tuple(SkillGroup(name, _printed(items)) for name, items in named)
    return ResumeSection("skills", material.phrases.label("section_skills"), (), printed)


def _printed(items: list[Item]) -> tuple[Sentence, ...]:
    ordered = sorted(items, key=lambda item: (item.rank, item.number))[:MOST_ITEMS]
    seen: dict[str, Sentence] = {}
    for item in ordered:
        seen.setdefault(item.sentence.text.casefold(), item.sentence)
    return tuple(seen.values())


def _group(number: int, material: Material) -> tuple[str, list[Item]] | None:
    """One group of the profile: its name ("" where the name itself is the skill) and its items."""
    skill = material.profile.skills[number]
    if not skill.keywords:
        return "", [_item(skill.name, f"/skills/{number}/name", number, material)]
    items = [_item(word, f"/skills/{number}/keywords/{n}", n, material) for n, word in enumerate(skill.keywords)]
    return skill.name, items


def _item(text: str, pointer: str, number: int, material: Material) -> Item:
    ids = frozenset(
        identifier
        for identifier, claims in material.claims.by_id.items()
        if any(claim.fact.pointer == pointer for claim in claims)
    )
    for rank, match in enumerate(material.report.matches):
        if match.requirement.id in ids or any(e.pointer == pointer and match.status is Status.MET for e in match.evidence):
            return Item(_in_its_words(text, pointer, match, ids, material), rank, number, ids)
    return Item(from_profile(text, pointer), len(material.report.matches), number, ids)


def _in_its_words(text: str, pointer: str, match: Match, ids: frozenset[str], material: Material) -> Sentence:
    """The person's word, or the posting's where the lexicon says that both name the same skill and it is no verb phrase."""
    asked = posting_name(match, material)
    claims = material.claims.at_least(match.requirement.id, Strength.CLAIMED)
    whole = any(c.fact.pointer == pointer and c.start == 0 and c.end == len(text) for c in claims)
    if asked is None or not whole or asked.casefold() == text.casefold():
        return from_profile(text, pointer)
    sources = (*profile_sources(pointer), Source(SourceKind.LEXICON, match.requirement.id))
    return Sentence(asked, sources)


def posting_name(match: Match, material: Material) -> str | None:
    """The posting's own term for a skill as the lexicon writes it, when it is a noun among the entry's terms."""
    entry = material.vocabulary.skills.get(match.requirement.id)
    if entry is None:
        return None
    terms = {term.text.casefold(): term.text for term in entry.terms}
    for mention in match.requirement.mentions:
        written = terms.get(" ".join(mention.quote.split()).casefold())
        if written and name_is_noun(written):
            return written
    return None


def name_is_noun(text: str) -> bool:
    """Whether a term can stand in a list of skills: it does not begin with a verb in the base form."""
    from applykit.tailoring.grammar.verbs import EITHER, Form, form_of

    found = form_of(text.split(" ")[0])
    return found is None or found[1] is Form.GERUND or (found[1] is Form.BASE and found[0] in EITHER and " " not in text)


def _from_work(material: Material, shown: frozenset[str]) -> Iterator[Item]:
    """Skills the posting asks for that a highlight claims in so many words, and no list of the person names yet."""
    count = 0
    for rank, match in enumerate(material.report.matches):
        requirement = match.requirement
        entry = material.vocabulary.skills.get(requirement.id)
        if match.status is not Status.MET or requirement.kind not in LISTED or entry is None or requirement.id in shown:
            continue
        claims = material.claims.at_least(requirement.id, Strength.CLAIMED)
        proven = [claim for claim in claims if claim.fact.kind is FactKind.HIGHLIGHT]
        name = posting_name(match, material) or entry.name
        if proven and count < MOST_ADDED and name_is_noun(name):
            count += 1
            sources = (*profile_sources(proven[0].fact.pointer), Source(SourceKind.LEXICON, requirement.id))
            yield Item(Sentence(upper_first(name), sources), rank, rank, frozenset((requirement.id,)))
