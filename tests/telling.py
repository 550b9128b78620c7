"""Small made-up records for the rules that read the whole dataset: one call a figure as one page tells it."""

from conflict_figures import schema
from conflict_figures.edtf import bounds

SHAPES = {
    "exact": lambda value: (value, value, value),
    "about": lambda value: (value, None, None),
    "at_least": lambda value: (value, value, None),
    "more_than": lambda value: (value, value, None),
    "at_most": lambda value: (value, None, value),
    "nearly": lambda value: (value, None, value),
}
KINDS = {"Lee": ("person", "KOR"), "NIS": ("body", "KOR"), "Kyiv": ("state", "UKR"), "London": ("state", "GBR"), "officials": ("group", "GBR")}


class Telling:
    """Records that grow by one page, claim and figure a call of `tell`."""

    def __init__(self) -> None:
        self.records = {name: [] for name in schema.table_names() if name not in ("figures_flat", "findings")}
        for name, (kind, country) in KINDS.items():
            self.add("actors", actor_id=name, name=name, kind=kind, country_iso3=country)

    def add(self, table: str, **cells) -> dict:
        row = dict.fromkeys(schema.table(table).field_names) | cells
        self.records[table].append(row)
        return row

    def tell(
        self, value, qualifier="exact", *, page=None, utterance="briefing", item="killed", by=("Lee", "NIS"), agency=(),
        published="2025-05-01", stated="2025-04-30", date="../2025-04-30", role="as_of", stance="asserted", publisher=None,
        figure=(), source=(), claim=(),
    ) -> str:  # fmt: skip
        """Add one figure, on a page of its own unless ``page`` names one, and return its id."""
        number = len(self.records["figures"])
        page = page or f"page-{number}"
        publisher = publisher or f"{page}-office"
        if page not in {row["source_id"] for row in self.records["sources"]}:
            self.add("sources", source_id=page, publisher=publisher, published=published, **({"text_relation": "original"} | dict(source)))
        known = {row["actor_id"] for row in self.records["actors"]}
        for outlet in {publisher, *agency} - known:
            self.add("actors", actor_id=outlet, name=outlet, kind="outlet")
        ids = f"{page}.c{number}", f"{page}.f{number}", f"{page}.d{number}"
        speaker, origin = (*by, None, None)[:2]
        voices = {"speaker": speaker, "speaker_id": speaker, "origin": origin, "origin_id": origin}
        cells = {"utterance_id": utterance, "stance": stance} | voices | dict(claim)
        self.add("claims", claim_id=ids[0], source_id=page, **cells)
        hops = [("publisher", publisher), *(("agency", one) for one in agency)]
        hops += zip(("speaker", "origin"), by, strict=False)
        for hop, (part, actor) in enumerate(hops):
            self.add("attributions", claim_id=ids[0], hop=hop, role=part, actor_id=actor, basis="derived" if part == "agency" else "coder")
        if stated:
            self.date(f"{page}.s{number}", page, ids[0], "stated", stated)
        if date:
            self.date(ids[2], page, ids[0], role, date)
        low_high = dict(zip(("value", "low", "high"), SHAPES[qualifier](value), strict=True)) if qualifier in SHAPES else {}
        known = {
            "measure": "killed", "unit": "person", "subject": "soldiers", "place": "Kursk", "count_mode": "cumulative",
            "certainty": "estimated", "as_coded": f"{qualifier} {value}", "qualifier": qualifier, "date_id": ids[2] if date else None,
        }  # fmt: skip
        self.add("figures", figure_id=ids[1], claim_id=ids[0], item_id=item, **(known | low_high | dict(figure)))
        return ids[1]

    def date(self, date_id, page, claim_id, role, edtf) -> None:
        start, end = bounds(edtf)
        self.add("dates", date_id=date_id, source_id=page, claim_id=claim_id, role=role, edtf=edtf, start=start, end=end)

    def link(self, subject, predicate, obj, basis="coder", rule=None, table="figures") -> None:
        self.add("links", subject_id=subject, predicate=predicate, object_id=obj, subject_table=table, basis=basis, rule=rule)
