"""The tailored resume: what answers this posting, in the order that shows it, within the page."""

from collections.abc import Iterable

from applykit.matching.model import Status
from applykit.matching.timeline import DatedRole
from applykit.requirements.model import Kind
from applykit.tailoring import resume_facts as facts
from applykit.tailoring.additional import additional_section, line_pointers
from applykit.tailoring.career import latest_first
from applykit.tailoring.functional import WARNING, strengths
from applykit.tailoring.grammar.nouns import upper_first
from applykit.tailoring.material import Material
from applykit.tailoring.measure import resume_height, section_height
from applykit.tailoring.model import Resume, ResumeEntry, ResumeSection, Sentence
from applykit.tailoring.options import ResumeFormat
from applykit.tailoring.select import Candidate, Selection, list_candidates, owner_of, select_highlights
from applykit.tailoring.sentences import from_profile, profile_sources, say_range
from applykit.tailoring.skills import skill_section
from applykit.tailoring.summary import headline, summary_lines

NOTHING_CHOSEN = Selection((), (), ())
TWO_PAGES_FROM = 120  # months of work from which a second page is usual
LEAST_OF_A_PAGE = 0.2  # the part of a last page that must be filled


def write_resume(material: Material) -> Resume:
    """Choose, order and measure; what the page has no room for is named in `left_out`.

    A last page of a few lines is none: what fills little of it goes where the page before holds all that matters.
    """
    pages, page = material.options.pages or page_count(material), material.options.page
    resume = fill_pages(material, pages)
    if pages > 1 and resume_height(resume, page) < (pages - 1 + LEAST_OF_A_PAGE) * page.height:
        shorter = fill_pages(material, pages - 1)
        return shorter if resume_height(shorter, page) <= (pages - 1) * page.height else resume
    return resume


def fill_pages(material: Material, pages: int) -> Resume:
    """The resume on so many pages."""
    page = material.options.page
    contact = facts.contact_lines(material.profile)
    room = page.height * pages - page.head_height(material.profile.basics.name, [line.text.text for line in contact])
    candidates = list_candidates(material)
    room -= sum(section_height(section, page) for section in _work_sections(material, NOTHING_CHOSEN))
    room -= len(material.timeline.roles) * (page.job_gap - page.entry_gap)
    if material.options.format is ResumeFormat.FUNCTIONAL:
        room -= page.heading + (len(material.profile.skills) + 1) * (page.line + page.job_gap)  # groups and their heads
    around, dropped = fit_sections(material, room, candidates)
    room -= sum(section_height(section, page) for section in around)
    selection = select_highlights(candidates, material, budget=room)
    return Resume(
        from_profile(material.profile.basics.name, "/basics/name"),
        headline(material),
        contact,
        _in_order(material, around, selection),
        (*selection.left_out, *dropped),
        (*((WARNING,) if material.options.format is ResumeFormat.FUNCTIONAL else ()), *selection.explanation),
    )


def needed_height(candidates: tuple[Candidate, ...]) -> float:
    """The height of the highlights that answer the posting, and of one for each role that has none of those."""
    telling = [candidate for candidate in candidates if candidate.covers]
    silent = {candidate.role: candidate for candidate in candidates if not candidate.covers}
    roles = {candidate.role for candidate in telling}
    return sum(c.height for c in telling) + sum(c.height for role, c in silent.items() if role not in roles)


def least_height(candidates: tuple[Candidate, ...]) -> float:
    """The height of one highlight for each role."""
    least: dict[str, float] = {}
    for candidate in candidates:
        least[candidate.role] = min(candidate.height, least.get(candidate.role, candidate.height))
    return sum(least.values())


def fit_sections(
    material: Material, room: float, candidates: tuple[Candidate, ...]
) -> tuple[list[ResumeSection], tuple[str, ...]]:
    """The sections around the work, without what has to go; and what went.

    Additional lines that answer nothing give way to highlights that do; the rest goes only where the page would run
    over with one highlight for each role.
    """
    page, fixed = material.options.page, [section for section in _fixed_sections(material) if section]
    heights = {section.kind: section_height(section, page) for section in fixed}
    unasked = line_pointers(material, asked=False)
    cuts = (*unasked, *what_may_go(material))
    for number in range(len(cuts) + 1):
        gone = frozenset(cuts[:number])
        last = additional_section(material, without=gone)
        kept = [section for section in fixed if f"/{section.kind}" not in gone]
        height = sum(heights[section.kind] for section in kept) + (section_height(last, page) if last else 0.0)
        if height <= room - (needed_height if number < len(unasked) else least_height)(candidates):
            break
    return [*kept, *([last] if last else [])], tuple(sorted(gone))


def what_may_go(material: Material) -> tuple[str, ...]:
    """Publications and projects that answer nothing, then the additional lines that answer something."""
    there = [kind for kind in ("publications", "projects") if getattr(material.profile, kind)]
    asked = {pointer.split("/")[1] for pointer in material.by_pointer}
    sections = tuple(f"/{kind}" for kind in there if kind not in asked)
    return (*sections, *line_pointers(material, asked=True))


def page_count(material: Material) -> int:
    """One page under ten years of work, else two."""
    return 2 if material.timeline.months(material.timeline.paid) >= TWO_PAGES_FROM else 1


def _fixed_sections(material: Material) -> list[ResumeSection | None]:
    lines = summary_lines(material)
    summary = ResumeSection("summary", material.phrases.label("section_summary"), lines=lines) if lines else None
    first = [summary, facts.credentials(material), skill_section(material), facts.education(material)]
    return [*first, facts.projects(material), facts.publications(material), facts.references(material)]


def _in_order(material: Material, around: list[ResumeSection], selection: Selection) -> tuple[ResumeSection, ...]:
    """The sections in the order of the format; credentials stand high when the posting gates on one."""
    by_kind = {section.kind: section for section in around}
    shown = selection
    if material.options.format is ResumeFormat.FUNCTIONAL:
        shown = NOTHING_CHOSEN
        group = strengths(material, selection, by_kind.get("skills"))
        by_kind |= {"strengths": group} if group else {}
    by_kind |= {section.kind: section for section in _work_sections(material, shown)}
    order = list(ORDERS[material.options.format])
    if not gates_on_credential(material):
        order.remove("credentials")
        order.insert(order.index("education") + 1, "credentials")
    return tuple(by_kind[kind] for kind in order if kind in by_kind)


ORDERS = {
    ResumeFormat.COMBINATION: (
        "summary", "credentials", "skills", "experience", "education", "projects", "volunteer", "additional",
        "publications", "references"),
    ResumeFormat.CHRONOLOGICAL: (
        "summary", "credentials", "experience", "education", "skills", "projects", "volunteer", "additional",
        "publications", "references"),
    ResumeFormat.FUNCTIONAL: (
        "summary", "credentials", "skills", "strengths", "experience", "education", "projects", "volunteer",
        "additional", "publications", "references"),
    ResumeFormat.CAREER_CHANGE: (
        "summary", "credentials", "skills", "education", "projects", "experience", "volunteer",
        "additional", "publications", "references"),
}  # fmt: skip


def gates_on_credential(material: Material) -> bool:
    """Whether a gate of the posting is a credential that the person can show."""
    return any(
        match.gate and match.requirement.kind is Kind.CREDENTIAL and match.status in (Status.MET, Status.PARTLY)
        for match in material.report.matches
    )


def _work_sections(material: Material, selection: Selection) -> Iterable[ResumeSection]:
    for kind, paid in (("experience", True), ("volunteer", False)):
        roles = sorted((role for role in material.timeline.roles if role.paid is paid), key=latest_first)
        entries = tuple(_job(role, selection.of_role(role.pointer), material) for role in roles)
        if entries:
            yield ResumeSection(kind, material.phrases.label(f"section_{kind}"), entries)


def _job(role: DatedRole, chosen: tuple[Candidate, ...], material: Material) -> ResumeEntry:
    """A job with its chosen lines, best first; title, employer and dates as the profile has them."""
    owner = owner_of(material, role)
    top = material.profile.work if role.paid else material.profile.volunteer
    whole = top[int(role.place.split("/")[2])]
    name_field = "name" if role.paid else "organization"
    employer = from_profile(role.employer, f"{role.place}/{name_field}")
    title = from_profile(role.title, f"{role.pointer}/position") if role.title else None
    place = from_profile(whole.location, f"{role.place}/location") if whole.location else None
    text = say_range(role.start, role.end, material.phrases)
    dates = Sentence(text, profile_sources(*_date_pointers(role, owner))) if text else None
    lines = tuple(from_profile(upper_first(candidate.text), candidate.pointer) for candidate in chosen)
    return ResumeEntry(title or employer, employer if title else None, place, dates, lines)


def _date_pointers(role: DatedRole, owner: object) -> list[str]:
    pairs = ((name, getattr(owner, name)) for name in ("startDate", "endDate"))
    return [f"{role.pointer if value else role.place}/{name}" for name, value in pairs]
