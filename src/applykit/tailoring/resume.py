"""The tailored resume: what answers this posting, in the order that shows it, within the page."""

from collections.abc import Iterable

from applykit.matching.model import Status
from applykit.matching.timeline import DatedRole
from applykit.requirements.model import Kind
from applykit.tailoring import resume_facts as facts
from applykit.tailoring.material import Material
from applykit.tailoring.model import Resume, ResumeEntry, ResumeSection, Sentence
from applykit.tailoring.options import ResumeFormat
from applykit.tailoring.select import Candidate, Selection, list_candidates, owner_of, select_highlights
from applykit.tailoring.sentences import from_profile, profile_sources, say_range
from applykit.tailoring.skills import skill_section
from applykit.tailoring.summary import headline, summary_lines

TWO_PAGES_FROM = 120  # months of work from which a second page is usual


def write_resume(material: Material) -> Resume:
    """Choose, order and measure; what the page has no room for is named in `left_out`."""
    around = [section for section in _fixed_sections(material) if section]
    pages = material.options.pages or page_count(material)
    page = material.options.page
    used = page.head + sum(facts.section_height(section, material) for section in around)
    roles = [role for role in material.timeline.roles]
    used += sum(page.job for _ in roles) + page.heading * len({role.paid for role in roles})
    candidates = list_candidates(material, roles)
    selection = select_highlights(candidates, material, budget=page.height * pages - used)
    sections = _in_order(material, around, selection)
    return Resume(
        from_profile(material.profile.basics.name, "/basics/name"), headline(material),
        facts.contact_lines(material.profile), sections, selection.left_out, selection.explanation,
    )  # fmt: skip


def page_count(material: Material) -> int:
    """One page under ten years of work, else two."""
    return 2 if material.timeline.months(material.timeline.paid) >= TWO_PAGES_FROM else 1


def _fixed_sections(material: Material) -> list[ResumeSection | None]:
    lines = summary_lines(material)
    summary = ResumeSection("summary", material.phrases.label("section_summary"), lines=lines) if lines else None
    first = [summary, facts.credentials(material), skill_section(material), facts.education(material)]
    return [*first, *(read(material) for read in facts.REST)]


def _in_order(material: Material, around: list[ResumeSection], selection: Selection) -> tuple[ResumeSection, ...]:
    """The sections in the order of the format; credentials stand high when the posting gates on one."""
    by_kind = {section.kind: section for section in around}
    by_kind |= {section.kind: section for section in _work_sections(material, selection)}
    order = list(ORDERS[material.options.format])
    if not gates_on_credential(material):
        order.remove("credentials")
        order.insert(order.index("education") + 1, "credentials")
    return tuple(by_kind[kind] for kind in order if kind in by_kind)


ORDERS = {
    ResumeFormat.COMBINATION: (
        "summary", "credentials", "skills", "experience", "education", "projects", "volunteer", "learning",
        "memberships", "languages", "awards", "publications", "references"),
    ResumeFormat.CHRONOLOGICAL: (
        "summary", "credentials", "experience", "education", "skills", "projects", "volunteer", "learning",
        "memberships", "languages", "awards", "publications", "references"),
    ResumeFormat.FUNCTIONAL: (
        "summary", "credentials", "skills", "projects", "experience", "education", "volunteer", "learning",
        "memberships", "languages", "awards", "publications", "references"),
    ResumeFormat.CAREER_CHANGE: (
        "summary", "credentials", "skills", "education", "learning", "projects", "experience", "volunteer",
        "memberships", "languages", "awards", "publications", "references"),
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


def latest_first(role: DatedRole) -> tuple[bool, int, int, str]:
    """Reverse-chronological: what goes on first, then by end, then by start."""
    end, start = (role.period.end, role.period.start) if role.period else (0, 0)
    return (not role.current, -end, -start, role.pointer)


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
    lines = tuple(from_profile(candidate.text, candidate.pointer) for candidate in chosen)
    return ResumeEntry(title or employer, employer if title else None, place, dates, lines)


def _date_pointers(role: DatedRole, owner: object) -> list[str]:
    pairs = ((name, getattr(owner, name)) for name in ("startDate", "endDate"))
    return [f"{role.pointer if value else role.place}/{name}" for name, value in pairs]
