"""Writing a post, thread or message for one platform."""

from typing import Annotated, Any, ClassVar, cast

from pydantic import BaseModel, ConfigDict, Field

from workers.providers.ai.posts import POST_TYPES, Platform, PlatformPost
from workers.providers.ai.tasks.analysis import Analysis
from workers.providers.ai.tasks.base import Source, Task, Tone
from workers.providers.ai.tasks.context import Audience, Brand, Prose, Worked
from workers.providers.ai.tasks.post_answers import ANSWER_TYPES, compose


class PostOptions(BaseModel):
    """What the user may decide about the posts; unknown options are other layers' business."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    title: Annotated[str, Field(max_length=500)] | None = None
    cta: Annotated[Prose, Field(max_length=300)] | None = None
    """Ends the post of every platform."""
    audience: Annotated[str, Field(max_length=300)] | None = None
    max_hashtags: Annotated[int, Field(ge=0, le=30)] | None = None


class WritePost(Task[PlatformPost]):
    """One post, thread or message; what comes back is valid for its platform."""

    name: ClassVar[str] = "posts"
    output: ClassVar[type[BaseModel]] = BaseModel

    platform: Platform
    source: Source
    analysis: Analysis
    tone: Tone
    options: PostOptions = PostOptions()
    brand: Brand = Brand()
    audience: Audience = Audience()
    worked: Worked = Worked()
    """Measured on the platform it is for."""

    def output_type(self) -> type[PlatformPost]:
        """Each platform has its own."""
        return cast("type[PlatformPost]", POST_TYPES[self.platform])

    def answer_type(self) -> type[BaseModel]:
        """The platform's parts, without what is computed."""
        return ANSWER_TYPES[self.platform]

    def prompt_values(self) -> dict[str, Any]:
        """The fields, with the brand, the audience and what worked as a model is told of them."""
        return super().prompt_values() | {
            "brand": self.brand.told(),
            "audience": self.audience.told(),
            "worked": self.worked.told(),
        }

    def finish(self, answer: BaseModel) -> PlatformPost:
        """The platform's own shape of the parts."""
        fields = compose(self.platform, answer, self.options.cta, self.options.max_hashtags)
        return self.output_type().model_validate(fields)
