"""How a brand voice, titles, a script and SEO texts look on a terminal, with their scores and reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from stack.demo.show import clipped

SHOWN_TAGS = 8


def voice(console: Console, found: Mapping[str, Any], seconds: float) -> None:
    """Print the tone card and what it rests on."""
    card = found["tone_card"]
    parts: list[RenderableType] = [
        _labelled("Traits", card["traits"]),
        _labelled("Guidelines", card["guidelines"]),
        _labelled("Avoid", card["avoid"]),
    ]
    texts = ", ".join(f"“{one['title']}”" for one in found["sources"])
    nearness = "enough to measure a fit" if found["is_calibrated"] else "too few to measure a fit"
    parts.append(_dim(f"{found['sample_count']} samples from {texts}, compared by {found['ai_model']}: {nearness}."))
    _panel(console, parts, "Brand voice", found["tone_card_ai_model"], seconds)


def titles(console: Console, made: Mapping[str, Any], seconds: float) -> None:
    """Print each title with its score and what is particular about it; then what holds for all."""
    rows = made["titles"]
    common = [reason for reason in rows[0]["reasons"] if all(reason in row["reasons"] for row in rows)]
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for row in rows:
        table.add_row(Text(_number(row["seo_score"]), style="bold cyan"), Text(row["text"], style="bold"))
        prediction = row["estimated_performance"]
        own = [reason for reason in row["reasons"] if reason not in common]
        if prediction is not None:
            own.insert(0, f"Estimated performance {_number(prediction)}.")
        table.add_row("", _dim(" ".join(own)))
    _panel(
        console, [table, *(_dim(f"All: {reason}") for reason in [*_together(made), *common]), *_notes(made)],
        "Titles, with their SEO score of 100", _model(made), seconds,
    )  # fmt: skip


def _together(made: Mapping[str, Any]) -> list[str]:
    """How well titles fit the voice: one alone is too short to tell."""
    fit = made["generation_metadata"].get("voice_fit") or {}
    return [] if fit.get("score") is None else [f"Voice fit {_number(fit['score'])}, taken together."]


def script(console: Console, made: Mapping[str, Any], seconds: float) -> None:
    """Print hook, body and call to action with their seconds, then the scores."""
    written = made["script"]
    parts: list[RenderableType] = []
    for name, key in (("Hook", "hook"), ("Body", "body"), ("Call to action", "call_to_action")):
        part = written["structured_content"][key]
        if part["text"]:
            parts += [Text(f"{name} ({part['duration_seconds']} s)", style="bold"), clipped(part["text"])]
    quality = {name.replace("_", " "): value for name, value in made["quality_metrics"].items()}
    parts += [
        _scores("Quality of 10", {"overall": made["quality_score"], **quality}),
        _scores(
            "Scores of 100",
            {
                "voice fit": written["voice_fit_score"],
                "reading ease": written["readability_score"],
                "emotional tone": written["emotional_tone_score"],
            },
        ),
        _labelled("Because", made["reasons"]),
        *_notes(made),
    ]
    _panel(console, parts, f"Script: {written['estimated_reading_time']} s aloud", _model(made), seconds)


def seo(console: Console, made: Mapping[str, Any], seconds: float) -> None:
    """Print the description, the tags with their relevance, and what to improve."""
    description, meta = made["description"], made["meta_data"]
    tags = {tag["tag"]: tag["relevance_score"] for tag in made["tags"][:SHOWN_TAGS]}
    parts: list[RenderableType] = [
        clipped(description["text"], 2),
        _scores(
            "Scores of 100",
            {
                "SEO": description["seo_score"],
                "voice fit": description["voice_fit_score"],
                "reading ease": description["readability_score"],
            },
        ),
        _scores("Keywords per 100 words", description["keywords_density"]),
        _scores("Tags with relevance", tags),
        Text("Hashtags: ", style="bold") + Text(" ".join(made["suggested_hashtags"]), style="cyan"),
        _labelled("Tips", meta["optimization_tips"]),
        _labelled("Reach", [meta["basis"]["estimated_reach"]] if meta["estimated_reach"] is None else []),
        *_notes(made),
    ]
    _panel(console, parts, "SEO: description, tags, hashtags", _model(made), seconds)


def _panel(console: Console, parts: Iterable[RenderableType], title: str, model: str, seconds: float) -> None:
    shown = [part for part in parts if not (isinstance(part, Text) and not part.plain)]
    console.print(
        Panel(
            Group(*shown), title=title, title_align="left", subtitle=f"{model}, {seconds:.1f} s", subtitle_align="right"
        )
    )


def _model(made: Mapping[str, Any]) -> str:
    return str(made["generation_metadata"]["model_used"])


def _notes(made: Mapping[str, Any]) -> list[RenderableType]:
    """What the provider says of its own work."""
    return [_dim(f"{note[:1].upper()}{note[1:].rstrip('.')}.") for note in made["generation_metadata"]["notes"]]


def _labelled(label: str, sentences: Sequence[str]) -> Text:
    """Empty without sentences."""
    return Text(f"{label}: ", style="bold") + Text(" ".join(sentences)) if sentences else Text()


def _scores(label: str, scores: Mapping[str, Any]) -> Text:
    """What nothing could be compared with is said to be unknown."""
    return _labelled(label, [", ".join(f"{name} {_number(value)}" for name, value in scores.items())])


def _number(value: float | None) -> str:
    return "unknown" if value is None else f"{value:.1f}".removesuffix(".0")


def _dim(text: str) -> Text:
    return Text(text, style="dim")
