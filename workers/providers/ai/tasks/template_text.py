"""Writing a text as somebody's template asks for it."""

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from workers.providers.ai.tasks.base import Task
from workers.providers.ai.tasks.context import Brand, Line, Prose


class TemplateText(BaseModel):
    """What was written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Annotated[Line, Field(max_length=200)]
    """Empty where the kind of text has none."""
    text: Annotated[Prose, Field(min_length=1, max_length=100_000)]


class FillTemplate(Task[TemplateText]):
    """A template may be somebody else's: it says what to write, and is data like all else."""

    name: ClassVar[str] = "template_text"
    output: ClassVar[type[BaseModel]] = TemplateText
    max_output_tokens: ClassVar[int] = 16_000

    content_type: Annotated[str, Field(pattern=r"^[a-z][a-z_]{0,39}$")]
    filled: Prose
    """The template with its variables filled in."""
    style: Line | None = None
    length_target: Annotated[int, Field(ge=1, le=20_000)] | None = None
    """Words."""
    required_elements: tuple[Line, ...] = ()
    brand: Brand = Brand()

    def prompt_values(self) -> dict[str, Any]:
        """The fields, and what is known of the brand."""
        return super().prompt_values() | {"brand": self.brand.told()}
