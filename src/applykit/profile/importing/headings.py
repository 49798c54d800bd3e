"""Headings of resumes and what stands below them; English, Spanish and French."""

import functools
import re

from applykit.profile.dateforms import fold

# What a heading may be called, per section. "skills" is tried before others where a name could be two things.
HEADINGS: dict[str, tuple[str, ...]] = {
    "summary": (
        "summary", "professional summary", "career summary", "executive summary", "summary of qualifications", "profile",
        "professional profile", "personal profile", "career profile", "about", "about me", "objective",
        "career objective", "professional objective", "personal statement", "overview", "introduction", "highlights",
        "career highlights", "qualifications summary", "bio", "biography", "who i am", "personal summary", "headline",
        "perfil", "perfil profesional", "resumen", "resumen profesional", "objetivo", "objetivo profesional", "sobre mi",
        "profil", "profil professionnel", "a propos", "resume professionnel", "objectif", "accroche",
    ),
    "work": (
        "experience", "work experience", "professional experience", "employment", "employment history", "work history",
        "career history", "job history", "relevant experience", "relevant work experience", "experience and employment",
        "professional background", "professional history", "employment experience", "career experience", "positions held",
        "pharmacy experience", "retail experience", "clinical experience", "teaching experience", "industry experience",
        "other experience", "additional experience", "related experience", "other work experience", "internships",
        "internship experience", "internship", "externship", "externships", "clinical rotations", "rotations",
        "military experience", "military service", "work", "jobs", "career", "previous experience", "recent experience",
        "earlier experience", "additional work experience", "leadership experience", "research experience",
        "experience highlights", "selected experience", "current position", "appointments", "positions",
        "experiencia", "experiencia laboral", "experiencia profesional", "historial laboral", "empleo",
        "trayectoria profesional", "experience professionnelle", "experiences professionnelles", "experiences",
        "parcours professionnel", "emplois", "stages", "berufserfahrung",
    ),
    "education": (
        "education", "academic background", "educational background", "education and training", "academic history",
        "academics", "education background", "academic qualifications", "educational qualifications", "schooling",
        "degrees", "academic education", "formal education", "education history", "academic credentials", "studies",
        "educacion", "formacion", "formacion academica", "estudios", "formation", "formations", "etudes", "diplomes",
        "parcours academique", "scolarite", "ausbildung", "bildung",
    ),
    "skills": (
        "skills", "technical skills", "key skills", "core skills", "core competencies", "competencies", "skill set",
        "skillset", "areas of expertise", "expertise", "technologies", "technical proficiencies", "proficiencies",
        "professional skills", "skills and abilities", "skills summary", "summary of skills", "relevant skills",
        "additional skills", "computer skills", "software", "software skills", "tools", "tools and technologies",
        "abilities", "strengths", "key strengths", "core strengths", "key competencies", "soft skills", "hard skills",
        "technical expertise", "technical competencies", "specialties", "areas of strength", "skills and expertise",
        "skills and tools", "skills and technologies", "clinical skills", "pharmacy skills", "specialized skills",
        "key qualifications", "qualifications", "it skills", "skills and competencies", "skills highlights",
        "programming skills", "technical summary", "technology", "systems", "equipment", "capabilities",
        "habilidades", "competencias", "aptitudes", "conocimientos", "destrezas", "competences",
        "competences techniques", "savoir-faire", "informatique", "outils", "kenntnisse", "fahigkeiten",
    ),
    "certificates": (
        "certifications", "certification", "certificates", "certificate", "licenses", "license", "licences", "licensure",
        "credentials", "licenses and certifications", "certifications and licenses", "certificates and licenses",
        "licensure and certification", "licenses and certificates", "certifications and licensure", "registrations",
        "professional certifications", "professional licenses", "licensure and certifications", "accreditations",
        "certifications and credentials", "licenses and credentials", "professional credentials", "registration",
        "certifications and registrations", "licenses and registrations", "licenses certifications and registrations",
        "licenses and certification", "certification and licensure", "certifications and training",
        "training and certifications", "certificates and training", "certifications and courses",
        "certificaciones", "certificados", "licencias", "certificaciones y licencias", "licencias y certificaciones",
        "certificats", "habilitations", "permis", "zertifikate",
    ),
    "awards": (
        "awards", "honors", "honours", "awards and honors", "honors and awards", "awards and honours",
        "honours and awards", "achievements", "accomplishments", "key achievements", "key accomplishments",
        "recognition", "awards and recognition", "awards and achievements", "selected honors", "scholarships",
        "scholarships and awards", "fellowships", "honors and fellowships", "distinctions", "selected awards",
        "prizes", "awards and scholarships", "achievements and awards", "honors and achievements", "grants",
        "fellowships and awards", "premios", "reconocimientos", "logros", "prix", "recompenses", "realisations",
    ),
    "publications": (
        "publications", "selected publications", "papers", "articles", "research publications", "books",
        "journal articles", "conference papers", "publicaciones", "publikationen", "preprints",
    ),
    "talks": (
        "talks", "invited talks", "presentations", "conference presentations", "lectures", "speaking",
        "speaking engagements", "conferences", "posters", "talks and presentations", "poster presentations",
        "presentaciones", "ponencias",
    ),
    "patents": ("patents", "patent", "inventions", "patents and inventions", "patentes", "brevets"),
    "projects": (
        "projects", "personal projects", "selected projects", "key projects", "academic projects", "side projects",
        "open source", "open source projects", "project experience", "relevant projects", "portfolio", "technical projects",
        "proyectos", "projets", "projekte", "notable projects", "project highlights",
    ),
    "volunteer": (
        "volunteer", "volunteering", "volunteer experience", "volunteer work", "community service", "community",
        "community involvement", "volunteer activities", "volunteerism", "voluntary work", "volunteer and community service",
        "community engagement", "service", "outreach", "extracurricular", "extracurricular activities", "activities",
        "leadership", "leadership and activities", "campus involvement", "voluntariado", "benevolat",
        "leadership and volunteering", "volunteering and leadership", "activities and leadership",
    ),
    "languages": (
        "languages", "language skills", "language", "languages spoken", "language proficiency", "idiomas", "lenguas",
        "langues", "sprachen", "foreign languages",
    ),
    "interests": (
        "interests", "hobbies", "hobbies and interests", "interests and hobbies", "personal interests", "intereses",
        "aficiones", "centres d'interet", "loisirs", "interets", "activities and interests",
    ),
    "references": (
        "references", "referees", "professional references", "reference", "references and recommendations",
        "testimonials", "recommendations", "referencias", "referenzen",
    ),
    "memberships": (
        "memberships", "professional memberships", "affiliations", "professional affiliations", "associations",
        "professional associations", "memberships and affiliations", "professional organizations", "organizations",
        "affiliations and memberships", "memberships and associations", "professional development and affiliations",
        "membresias", "afiliaciones", "asociaciones", "affiliation", "adhesions",
    ),
    "continuingEducation": (
        "continuing education", "training", "professional development", "courses", "coursework", "relevant coursework",
        "trainings", "workshops", "seminars", "courses and training", "training and development", "workshops and seminars",
        "professional training", "continuing professional development", "additional training", "training and courses",
        "online courses", "workshops and training", "cursos", "capacitacion", "cours", "stages de formation",
        "continuing education and training", "specialized training", "moocs",
    ),
    "contact": (
        "contact", "contact information", "contact details", "contact info", "personal information", "personal details",
        "details", "personal data", "contacto", "datos personales", "coordonnees", "informations personnelles",
        "contact me", "get in touch", "profiles", "links", "social", "social media", "online", "find me online",
        "online profiles", "websites",
    ),
    "other": (
        "additional information", "other", "miscellaneous", "other information", "additional", "availability",
        "work authorization", "clearance", "security clearance", "patient care", "notes", "informacion adicional",
        "divers", "informations complementaires",
    ),
}  # fmt: skip
SECTION_OF = {name: section for section, names in HEADINGS.items() for name in names}
# A heading of other words is of the section whose word it ends with: "Hospital Pharmacy Experience".
LAST_WORD = {
    "experience": "work", "employment": "work", "education": "education", "skills": "skills", "competencies": "skills",
    "certifications": "certificates", "licenses": "certificates", "certificates": "certificates", "awards": "awards",
    "honors": "awards", "projects": "projects", "publications": "publications", "languages": "languages",
    "interests": "interests", "references": "references", "memberships": "memberships", "affiliations": "memberships",
    "presentations": "talks", "talks": "talks", "training": "continuingEducation", "coursework": "continuingEducation",
    "workshops": "continuingEducation", "volunteering": "volunteer", "history": "work", "summary": "summary",
    "qualifications": "skills", "expertise": "skills", "patents": "patents", "technologies": "skills",
}  # fmt: skip
SPACED = re.compile(r"(?:\w ){3,}\w")
LONGEST = 60


@functools.lru_cache(maxsize=4096)
def section_of(text: str) -> str | None:
    """The section that a line of these words opens, or None where it is no known heading."""
    if not text or len(text) > LONGEST or any(mark in text for mark in "@,;.!?0123456789"):
        return None
    name = normal_heading(text)
    if name in SECTION_OF:
        return SECTION_OF[name]
    words = name.split()
    capital = sum(word[:1].isupper() for word in text.split() if word.isalpha()) >= max(1, len(words) - 1)
    return LAST_WORD.get(words[-1]) if 2 <= len(words) <= 4 and capital else None


def is_usual(text: str) -> bool:
    """Whether a heading is known as it stands, not only by its last word."""
    return normal_heading(text) in SECTION_OF


def normal_heading(text: str) -> str:
    """Lower case, without accents, signs and numbering; letters set apart (`S K I L L S`) put together."""
    text = text.strip()
    if SPACED.fullmatch(re.sub(r"\s{2,}", "  ", text)) or SPACED.fullmatch(text):
        text = text.replace("  ", "\0").replace(" ", "").replace("\0", " ")
    text = fold(text).replace("&", " and ").replace("/", " and ").replace("+", " and ")
    text = re.sub(r"\s+y\s+", " y ", text)
    return " ".join(re.sub(r"[^\w'\s-]|(?<!\w)-|-(?!\w)|_", " ", text).split())
