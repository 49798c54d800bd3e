"""The ranking as a workbook with a heat map, as CSV, and as JSON."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

import numpy as np

from applykit.batch.rank import Ranking
from applykit.batch.reports import safe_cell
from applykit.batch.workbook import COLOURS, FIXED, clip

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


def best_partners(scores: Any) -> list[list[int]]:
    """For each row the columns of its ten best scores, ties in order."""
    return [np.argsort(-row.astype(np.int16), kind="stable")[:BEST].tolist() for row in scores]


def write_matrix(ranking: Ranking, *, people: Labels, positions: Labels) -> bytes:
    """A heat map, who fits each posting, and what fits each client; `people` and `positions` are what to call them."""
    import xlsxwriter

    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Ranking", "created": FIXED})
    header = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    fill_heat_map(book.add_worksheet("Scores"), ranking, people, positions, header)
    fill_best(book.add_worksheet("Who fits"), ranking, positions, people, header, by_posting=True)
    fill_best(book.add_worksheet("What fits"), ranking, people, positions, header, by_posting=False)
    book.close()
    return data.getvalue()


def fill_heat_map(sheet: Any, ranking: Ranking, people: Labels, positions: Labels, header: Any) -> None:
    """Clients down, postings across, coloured by score."""
    width = min(len(positions), MOST_COLUMNS)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, width, 9)
    sheet.write_string(0, 0, "Client", header)
    for column in range(width):
        sheet.write_string(0, column + 1, clip(positions[column]), header)
    for row, name in enumerate(people):
        sheet.write_string(row + 1, 0, clip(name))
        for column in range(width):
            sheet.write_number(row + 1, column + 1, int(ranking.scores[row, column]))
    sheet.conditional_format(1, 1, len(people), width, COLOURS)
    sheet.freeze_panes(1, 1)


def fill_best(sheet: Any, ranking: Ranking, own: Labels, partners: Labels, header: Any, *, by_posting: bool) -> None:
    """The ten best partners of each, best first, with what stands in the way."""
    titles = ("Posting", "Client") if by_posting else ("Client", "Posting")
    for column, title in enumerate((*titles, "Score", "Gates missing", "Gates to ask")):
        sheet.write_string(0, column, title, header)
    matrices = [m.T if by_posting else m for m in (ranking.scores, ranking.missing, ranking.unknown)]
    line = 0
    for row, columns in enumerate(best_partners(matrices[0])):
        for column in columns:
            line += 1
            sheet.write_string(line, 0, clip(own[row]))
            sheet.write_string(line, 1, clip(partners[column]))
            for place, matrix in enumerate(matrices, start=2):
                sheet.write_number(line, place, int(matrix[row, column]))
    sheet.set_column(0, 1, 34)
    sheet.set_column(2, 4, 12)
    sheet.autofilter(0, 0, max(line, 1), 4)
    sheet.freeze_panes(1, 0)
