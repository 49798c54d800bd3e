"""Bodies that issue credentials and give courses."""

import re

from applykit.profile.dateforms import fold

ISSUER = re.compile(
    r"\b(?:board|association|institute|academy|department|council|university|college|society|agency|commission|"
    r"foundation|authority|federation|bureau|organization|administration|ministry|registry|cross|ptcb|nha|aha|arc|osha|"
    r"ashp|comptia|aws|amazon|microsoft|google|cisco|oracle|isc2|isaca|pmi|coursera|udemy|edx|linkedin|adobe|salesforce|"
    r"ncsbn|nremt|aapc|ahima|ascp|amt|naha|servsafe|hrci|shrm|state of|scrum)\b"
)


def cut_at_issuer(part: str) -> list[str]:
    """`CPhT, Pharmacy Technician Certification Board` is parted at the comma, `Series 7, 66 and 3` is not."""
    pieces = re.split(r",\s+(?![^(]*\))", part)
    signs = (ISSUER, re.compile(r"^[a-z]{0,5}[-.]?\d[\da-z-]{3,}$"))
    cut = next((i for i, piece in enumerate(pieces[1:], 1) if any(sign.search(fold(piece)) for sign in signs)), None)
    if cut is None:
        return [part]
    return [", ".join(pieces[:cut]), *cut_at_issuer(", ".join(pieces[cut:]))] if cut < len(pieces) else [part]
