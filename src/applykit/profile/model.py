"""The profile: what a person can prove, in the keys of JSON Resume 1.0 and a few beyond.

Field names are JSON Resume's (https://jsonresume.org/schema); what goes beyond it is marked "beyond".
Models are frozen; dates stay text in the precision given (see `dates.py`).
"""

from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field

from applykit.profile.dates import check_date

SCHEMA_VERSION = 1

Date = Annotated[str, BeforeValidator(check_date)]
Text = Annotated[str, Field(max_length=20_000)]
Short = Annotated[str, Field(max_length=2_000)]


class Part(BaseModel):
    """What all parts share: frozen, unknown keys kept aside for the loader to judge."""

    # A part is only ever checked inside a whole profile, so no validator is built for it alone.
    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=True, defer_build=True)


class Location(Part):
    address: Short | None = None
    postalCode: Short | None = None  # noqa: N815
    city: Short | None = None
    countryCode: Short | None = None  # noqa: N815
    region: Short | None = None


class OnlineProfile(Part):
    network: Short | None = None
    username: Short | None = None
    url: Short | None = None


class Basics(Part):
    name: Short
    label: Short | None = None
    image: Short | None = None
    email: Short | None = None
    phone: Short | None = None
    url: Short | None = None
    summary: Text | None = None
    location: Location | None = None
    profiles: tuple[OnlineProfile, ...] = ()


def highlight_from_text(value: Any) -> Any:
    """JSON Resume writes highlights as plain strings."""
    return {"text": value} if isinstance(value, str) else value


class Highlight(Part):
    """One achievement or task; `id` and `tags` are beyond JSON Resume."""

    text: Text
    id: Short | None = None
    tags: tuple[Short, ...] = ()


Highlights = tuple[Annotated[Highlight, BeforeValidator(highlight_from_text)], ...]


class JobRole(Part):
    """One of several roles under one employer (beyond)."""

    position: Short
    startDate: Date | None = None  # noqa: N815
    endDate: Date | None = None  # noqa: N815
    summary: Text | None = None
    highlights: Highlights = ()


class Work(Part):
    name: Short
    position: Short | None = None
    location: Short | None = None
    description: Text | None = None
    url: Short | None = None
    startDate: Date | None = None  # noqa: N815
    endDate: Date | None = None  # noqa: N815
    summary: Text | None = None
    highlights: Highlights = ()
    roles: tuple[JobRole, ...] = ()  # beyond
    setting: Short | None = None  # beyond: "retail pharmacy", "hospital" …


class Volunteer(Part):
    organization: Short
    position: Short | None = None
    location: Short | None = None
    url: Short | None = None
    startDate: Date | None = None  # noqa: N815
    endDate: Date | None = None  # noqa: N815
    summary: Text | None = None
    highlights: Highlights = ()


class Education(Part):
    institution: Short
    url: Short | None = None
    area: Short | None = None
    studyType: Short | None = None  # noqa: N815
    location: Short | None = None  # beyond
    startDate: Date | None = None  # noqa: N815
    endDate: Date | None = None  # noqa: N815
    score: Short | None = None
    courses: tuple[Short, ...] = ()
    highlights: Highlights = ()  # beyond
    accreditation: Short | None = None  # beyond
    status: Literal["completed", "in-progress", "left"] | None = None  # beyond


class Certificate(Part):
    """A certificate, licence or registration; all but name, issuer, date and url are beyond JSON Resume.

    `status` "planned" and "in-progress" are plans, never credentials.
    """

    name: Short
    issuer: Short | None = None
    issued: Date | None = Field(None, validation_alias=AliasChoices("issued", "date"))
    url: Short | None = None
    kind: Literal["certification", "license", "registration", "certificate"] | None = None
    jurisdiction: Short | None = None
    number: Short | None = None
    status: Literal["active", "expired", "inactive", "in-progress", "planned"] | None = None
    expires: Date | None = None


class ContinuingEducation(Part):
    """A course or workshop; `hours` are contact hours (beyond)."""

    name: Short
    provider: Short | None = None
    date: Date | None = None
    hours: float | None = Field(None, ge=0, le=10_000)
    summary: Text | None = None


class Membership(Part):
    organization: Short
    role: Short | None = None
    startDate: Date | None = None  # noqa: N815
    endDate: Date | None = None  # noqa: N815


class Award(Part):
    title: Short
    date: Date | None = None
    awarder: Short | None = None
    summary: Text | None = None


class Publication(Part):
    name: Short
    publisher: Short | None = None
    releaseDate: Date | None = None  # noqa: N815
    url: Short | None = None
    summary: Text | None = None


class SkillItem(Part):
    name: Short
    level: Short | None = None
    keywords: tuple[Short, ...] = ()


class Language(Part):
    """`level` (beyond) is a CEFR ("B2", "native") or ILR ("ILR 3") level."""

    language: Short
    fluency: Short | None = None
    level: Short | None = None


class Interest(Part):
    name: Short
    keywords: tuple[Short, ...] = ()


class Reference(Part):
    """All but name and reference are beyond; contact data is printed only with `consent: true`."""

    name: Short
    reference: Text | None = None
    title: Short | None = None
    employer: Short | None = None
    email: Short | None = None
    phone: Short | None = None
    consent: bool = False


class Project(Part):
    name: Short
    description: Text | None = None
    highlights: Highlights = ()
    keywords: tuple[Short, ...] = ()
    startDate: Date | None = None  # noqa: N815
    endDate: Date | None = None  # noqa: N815
    url: Short | None = None
    roles: tuple[Short, ...] = ()
    entity: Short | None = None
    type: Short | None = None


class Availability(Part):
    """When the person can work (beyond); what is not said is asked."""

    weekends: bool | None = None
    evenings: bool | None = None
    nights: bool | None = None
    holidays: bool | None = None
    on_call: bool | None = Field(None, alias="onCall")
    overtime: bool | None = None
    rotating: bool | None = None
    travel: float | None = Field(None, ge=0, le=1)  # the largest share of time
    relocate: bool | None = None
    start: Date | None = None
    note: Short | None = None


class Physical(Part):
    """What the person says they can do at work (beyond)."""

    lift_pounds: float | None = Field(None, alias="liftPounds", ge=0, le=1000)
    stand_hours: float | None = Field(None, alias="standHours", ge=0, le=24)
    note: Short | None = None


class Eligibility(Part):
    """Answers to knockout questions (beyond); None means not said."""

    work_authorization: Short | None = Field(None, alias="workAuthorization")
    countries: tuple[Short, ...] = ()
    citizenship: Short | None = None
    age_18_or_over: bool | None = Field(None, alias="age18OrOver")
    background_check: bool | None = Field(None, alias="backgroundCheck")
    drug_screen: bool | None = Field(None, alias="drugScreen")
    drivers_license: Short | bool | None = Field(None, alias="driversLicense")
    own_vehicle: bool | None = Field(None, alias="ownVehicle")
    vaccinations: tuple[Short, ...] = ()
    clearance: Short | None = None


class Why(Part):
    """The person's own reason, for letters (beyond): for an employer, a field or a setting, or for any."""

    text: Text
    employer: Short | None = None
    field: Short | None = None


class LetterDefaults(Part):
    """How the person's letters begin and end (beyond)."""

    recipient: Short | None = None
    closing: Short | None = None
    enclosures: tuple[Short, ...] = ()


class Profile(Part):
    """Everything a person can prove. Only `basics.name` is needed; JSON Resume files validate as they are."""

    version: Literal[1] | None = None  # beyond: this schema's version
    basics: Basics
    work: tuple[Work, ...] = ()
    volunteer: tuple[Volunteer, ...] = ()
    education: tuple[Education, ...] = ()
    awards: tuple[Award, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    publications: tuple[Publication, ...] = ()
    skills: tuple[SkillItem, ...] = ()
    languages: tuple[Language, ...] = ()
    interests: tuple[Interest, ...] = ()
    references: tuple[Reference, ...] = ()
    projects: tuple[Project, ...] = ()
    continuingEducation: tuple[ContinuingEducation, ...] = ()  # noqa: N815 beyond
    workshops: tuple[ContinuingEducation, ...] = ()  # beyond
    memberships: tuple[Membership, ...] = ()  # beyond
    availability: Availability | None = None
    eligibility: Eligibility | None = None
    physical: Physical | None = None
    why: tuple[Why, ...] = ()
    letter: LetterDefaults | None = None
    unplaced: tuple[Text, ...] = ()  # beyond: text an import could not place; never printed
    private: dict[str, Any] = Field(default_factory=dict, repr=False)  # matched against, never printed
    meta: dict[str, Any] = Field(default_factory=dict)
