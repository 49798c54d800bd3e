"""The ranking as a workbook with a heat map, as CSV, and as JSON."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

import numpy as np

from applykit.batch.names import tell_apart
from applykit.batch.rank import Ranking
from applykit.batch.reports import safe_cell
from applykit.batch.workbook import COLOURS, FIXED, clip, set_print

BEST = 10
MOST_COLUMNS = 16_000  # Excel has 16,384

Labels = Sequence[str]


def ranking_record(ranking: Ranking) -> dict[str, Any]:
    """Ids and three matrices, clients × postings, as plain lists."""
    return {
        "clients": list(ranking.clients),
        "postings": list(ranking.openings),
        "scores": ranking.scores.tolist(),
        "gates_missing": ranking.missing.tolist(),
        "gates_to_ask": ranking.unknown.tolist(),
    }


def write_json(ranking: Ranking) -> bytes:
    return (json.dumps(ranking_record(ranking), ensure_ascii=False) + "\n").encode("utf-8", "replace")


def write_csv(ranking: Ranking) -> bytes:
    """One line a pair: ids, score, gates missing, gates to ask about."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(["client", "posting", "score", "gates missing", "gates to ask"])
    for row, client in enumerate(ranking.clients):
        for column, opening in enumerate(ranking.openings):
            values = (ranking.scores, ranking.missing, ranking.unknown)
            numbers = [int(matrix[row, column]) for matrix in values]
            table.writerow([safe_cell(client), safe_cell(opening), *numbers])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def write_matrix(ranking: Ranking, *, people: Labels, positions: Labels) -> bytes:
    """A heat map, who fits each posting, and what fits each client; `people` and `positions` are what to call them."""
    import xlsxwriter

    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Ranking", "created": FIXED})
    styles = make_styles(book)
    people, positions = tell_apart(people, ranking.clients), tell_apart(positions, ranking.openings)
    fill_heat_map(book.add_worksheet("Scores"), ranking, people, positions, styles)
    fill_best(book.add_worksheet("Who fits"), ranking, positions, people, styles, by_posting=True)
    fill_best(book.add_worksheet("What fits"), ranking, people, positions, styles, by_posting=False)
    book.close()
    return data.getvalue()


def make_styles(book: Any) -> dict[str, Any]:
    """Formats: scores say by a mark what the gates say, so that a high one is not taken for a promise."""
    header = {"bold": True, "text_wrap": True, "font_color": "#FFFFFF", "bg_color": "#1F4E79", "valign": "vcenter"}
    score = {"align": "center", "border": 1, "border_color": "#D9DEE5"}
    return {
        "header": book.add_format(header),
        "across": book.add_format(header | {"rotation": 90, "align": "center", "valign": "bottom"}),
        "name": book.add_format({"bold": True, "valign": "top"}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
        "number": book.add_format({"align": "center", "valign": "top"}),
        "open": book.add_format(score | {"num_format": "0"}),
        "ask": book.add_format(score | {"num_format": '0"?"'}),
        "missing": book.add_format(score | {"num_format": '0"✕"'}),
    }


LEGEND = (
    "Scores from 0 to 100, without the gates: licences, certificates, degrees, years, shifts, which decide first. "
    "✕ a gate is not met. ? a gate is still to be asked about."
)


def fill_heat_map(sheet: Any, ranking: Ranking, people: Labels, positions: Labels, styles: dict[str, Any]) -> None:
    """Clients down, postings across, coloured by score."""
    width = min(len(positions), MOST_COLUMNS)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, width, 6)
    sheet.set_row(0, 170)
    sheet.write_string(0, 0, LEGEND, styles["header"])
    for column in range(width):
        sheet.write_string(0, column + 1, clip(positions[column]), styles["across"])
    marks = np.where(ranking.missing > 0, 2, np.where(ranking.unknown > 0, 1, 0))
    formats = (styles["open"], styles["ask"], styles["missing"])
    for row, name in enumerate(people):
        sheet.write_string(row + 1, 0, clip(name), styles["name"])
        for column in range(width):
            mark = formats[marks[row, column]]
            sheet.write_number(row + 1, column + 1, int(ranking.scores[row, column]), mark)
    sheet.conditional_format(1, 1, max(len(people), 1), max(width, 1), COLOURS)
    sheet.freeze_panes(1, 1)
    sheet.repeat_columns(0)
    set_print(sheet)


def fill_best(
    sheet: Any, ranking: Ranking, own: Labels, partners: Labels, styles: dict[str, Any], *, by_posting: bool
) -> None:
    """The ten best partners of each, ties in order, with what stands in the way."""
    titles = ("Posting", "Client") if by_posting else ("Client", "Posting")
    for column, title in enumerate((*titles, "Score", "Gates not met", "Gates to ask about")):
        sheet.write_string(0, column, title, styles["header"])
    matrices = [m.T if by_posting else m for m in (ranking.scores, ranking.missing, ranking.unknown)]
    line = 0
    for row, scores in enumerate(matrices[0]):
        for column in np.argsort(-scores.astype(np.int16), kind="stable")[:BEST].tolist():
            line += 1
            sheet.write_string(line, 0, clip(own[row]), styles["name"])
            sheet.write_string(line, 1, clip(partners[column]), styles["cell"])
            for place, matrix in enumerate(matrices, start=2):
                sheet.write_number(line, place, int(matrix[row, column]), styles["number"])
    sheet.set_column(0, 0, 44 if by_posting else 28)
    sheet.set_column(1, 1, 28 if by_posting else 44)
    sheet.set_column(2, 4, 13)
    sheet.set_row(0, 32)
    last = max(line, 1)
    sheet.autofilter(0, 0, last, 4)
    sheet.conditional_format(1, 2, last, 2, COLOURS)
    sheet.freeze_panes(1, 0)
    set_print(sheet)
