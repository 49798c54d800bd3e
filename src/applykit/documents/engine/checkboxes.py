"""Native checkboxes whose state is a field, written as the control's tag, which people can edit in Word."""

from lxml import etree

from applykit.documents.engine.names import W14, w

CHECKED, UNCHECKED = "☒", "☐"


def bind_checkboxes(root: etree._Element) -> None:
    """Tick the checkboxes whose tag is a true `{{ field }}`, and drop the ids that loops would repeat."""
    for properties in root.iter(w("sdtPr")):
        for number in properties.findall(w("id")):
            properties.remove(number)
        box = properties.find(f"{{{W14}}}checkbox")
        tag = properties.find(w("tag"))
        expression = tag.get(w("val"), "") if tag is not None else ""
        if box is not None and tag is not None and expression.strip().startswith("{{"):
            properties.remove(tag)
            bind(box, properties.getparent(), expression.strip()[2:-2].strip())


def bind(box: etree._Element, control: etree._Element | None, expression: str) -> None:
    """Write the expression where the state and the sign stand."""
    state = box.find(f"{{{W14}}}checked")
    if state is None:
        state = etree.SubElement(box, f"{{{W14}}}checked")
    state.set(f"{{{W14}}}val", f"{{{{ 1 if {expression} else 0 }}}}")
    for text in control.iter(w("t")) if control is not None else ():
        if text.text in (CHECKED, UNCHECKED):
            text.text = f"{{{{ '{CHECKED}' if {expression} else '{UNCHECKED}' }}}}"
