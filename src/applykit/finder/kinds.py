"""The kinds and levels a span may have, in the order in which the network's outputs stand."""

KEYWORD_KINDS = ("skill", "tool", "credential", "soft", "language")
CONDITION_KINDS = ("education", "experience", "physical", "schedule", "eligibility")
KINDS = (*KEYWORD_KINDS, *CONDITION_KINDS)
LEVELS = ("required", "preferred", "duty")
